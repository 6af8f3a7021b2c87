package io.github.securehttpapi.local.internal;

import java.io.ByteArrayOutputStream;

/** Bytes collected up to a limit. What passes the limit is dropped and remembered: a handler cannot fill the memory. */
public final class Payload extends ByteArrayOutputStream {
    private final int limit;
    private boolean overflown;

    /** With room for little, which grows. */
    public Payload(int limit) {
        this.limit = limit;
    }

    /** With room for as much from the start. */
    public Payload(int limit, int size) {
        super(size);
        this.limit = limit;
    }

    @Override
    public synchronized void write(int octet) {
        if (room(1)) {
            super.write(octet);
        }
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) {
        if (room(length)) {
            super.write(octets, offset, length);
        }
    }

    public synchronized boolean overflown() {
        return overflown;
    }

    private boolean room(int more) {
        overflown |= more > limit - count;
        return !overflown;
    }
}
