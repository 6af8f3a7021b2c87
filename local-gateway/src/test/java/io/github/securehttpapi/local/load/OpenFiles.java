package io.github.securehttpapi.local.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How many files a process may have open here, sockets included. */
final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern SOFT = Pattern.compile("(?m)^Max open files +(\\S+)");

    private OpenFiles() {}

    /** Stops a test that would fail for want of them, and says so. */
    static void require(int number) throws IOException {
        if (!Files.exists(LIMITS)) {
            return;
        }
        String soft = SOFT.matcher(Files.readString(LIMITS))
                .results()
                .map(limit -> limit.group(1))
                .findFirst()
                .orElse("unlimited");
        if (!soft.equals("unlimited") && Long.parseLong(soft) < number) {
            throw new IllegalStateException(
                    "open files must be limited to " + number + " or more in each process, got '" + soft
                            + "': run ulimit -n " + number + " first, as root if that is above the hard limit");
        }
    }
}
