package io.github.securehttpapi.local.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReplyBufferTest {
    @BeforeEach
    void forgetWhatOthersLeftInThisThread() {
        FastThreadLocal.removeAll();
    }

    @Test
    void servesOneReplyAfterTheOther() {
        ByteBuf first = take(10).writeByte('a');
        first.release();
        ByteBuf second = take(10);

        assertThat(second).isSameAs(first);
        assertThat(second.isReadable()).isFalse();
        second.release();
    }

    @Test
    void leavesAReplyAloneThatIsNotTakenYet() {
        ByteBuf slow = take(10).writeByte('a');
        ByteBuf other = take(10).writeByte('b');

        assertThat(other).isNotSameAs(slow);
        assertThat(slow.readByte()).isEqualTo((byte) 'a');
        slow.release();
        other.release();
        assertThat(other.refCnt()).isZero();
    }

    @Test
    void hasRoomForALargeReplyToo() {
        ByteBuf large = take(100_000);

        assertThat(large.writableBytes()).isGreaterThanOrEqualTo(100_000);
        large.release();
        assertThat(large.refCnt()).isZero();
    }

    @Test
    void eachThreadHasItsOwn() throws InterruptedException {
        ByteBuf mine = take(10);
        mine.release();
        Thread other = new Thread(() -> {
            ByteBuf its = take(10);
            assertThat(its).isNotSameAs(mine);
            its.release();
        });
        Throwable[] failure = new Throwable[1];
        other.setUncaughtExceptionHandler((thread, failed) -> failure[0] = failed);
        other.start();
        other.join();

        assertThat(failure[0]).isNull();
    }

    private static ByteBuf take(int octets) {
        return ReplyBuffer.take(octets, UnpooledByteBufAllocator.DEFAULT);
    }
}
