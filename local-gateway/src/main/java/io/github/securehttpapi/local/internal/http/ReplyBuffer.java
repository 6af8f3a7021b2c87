package io.github.securehttpapi.local.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.FastThreadLocal;

/** Where an event loop puts the replies that it writes: nearly all are taken at once, so that one buffer serves them. */
final class ReplyBuffer {
    /** Ours: most replies have less. */
    private static final int BYTES = 4096;

    private static final FastThreadLocal<ByteBuf> KEPT = new FastThreadLocal<>() {
        @Override
        protected ByteBuf initialValue() {
            return Unpooled.directBuffer(BYTES, BYTES);
        }

        @Override
        protected void onRemoval(ByteBuf kept) {
            kept.release();
        }
    };

    private ReplyBuffer() {}

    /** An empty one with room for so many octets, to be released by who gets it. */
    static ByteBuf take(int octets, ByteBufAllocator allocator) {
        ByteBuf kept = KEPT.get();
        // somebody else has it as long as its client has not taken all of it
        boolean free = kept.refCnt() == 1;
        return free && octets <= BYTES ? kept.clear().retain() : allocator.directBuffer(octets);
    }
}
