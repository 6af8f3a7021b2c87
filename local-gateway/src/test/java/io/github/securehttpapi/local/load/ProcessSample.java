package io.github.securehttpapi.local.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds at one moment.
 *
 * @param heapKilobytes objects that are reachable
 * @param directKilobytes memory outside the heap that Netty's buffers take
 * @param threads its threads
 * @param descriptors its open files and sockets
 */
record ProcessSample(long heapKilobytes, long directKilobytes, long threads, long descriptors) {
    /** A line of {@code jcmd GC.heap_info}, of G1 or of the serial collector's generations. */
    private static final Pattern HEAP = Pattern.compile("(?m)^ (?:garbage-first heap|def new|tenured).* used (\\d+)K");

    /** Netty takes its direct memory from {@code Unsafe}, which the summary of native memory calls Other. */
    private static final Pattern DIRECT = Pattern.compile("(?m)^-\\s+Other \\(reserved=(\\d+)KB");

    static ProcessSample of(String heapInfo, String nativeMemory, int threads, int descriptors) {
        return new ProcessSample(sum(HEAP, heapInfo), sum(DIRECT, nativeMemory), threads, descriptors);
    }

    private static long sum(Pattern kilobytes, String report) {
        Matcher found = kilobytes.matcher(report);
        long sum = 0;
        while (found.find()) {
            sum += Long.parseLong(found.group(1));
        }
        if (sum == 0) {
            throw new IllegalStateException("jcmd must report " + kilobytes + ", got '" + report + "'");
        }
        return sum;
    }

    @Override
    public String toString() {
        return "heap %,6d KB, direct memory %,6d KB, %3d threads, %3d descriptors"
                .formatted(heapKilobytes, directKilobytes, threads, descriptors);
    }
}
