import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the build needs besides a JDK and Maven, checked before anything compiles: Node.js for the CDK, and a free port
 * where something is to be served. Maven runs this file as it stands: {@code java BuildPrerequisites.java [PORT]}.
 */
final class BuildPrerequisites {
    /** aws-cdk-lib 2.263 names it in its package's {@code engines}. */
    private static final int OLDEST_NODE = 20;

    private static final int LARGEST_PORT = 65_535;

    private BuildPrerequisites() {}

    public static void main(String[] arguments) {
        Optional<String> problem = nodeProblem();
        if (problem.isEmpty() && arguments.length > 0) {
            problem = portProblem(arguments[0]);
        }
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
    }

    private static Optional<String> nodeProblem() {
        String node = System.getenv().getOrDefault("JSII_NODE", "node");
        String fix = "install Node.js " + OLDEST_NODE + " or later and put it on the PATH";
        try {
            Process process = new ProcessBuilder(node, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("Node.js must answer '" + node + " --version', got no answer in 30 s: " + fix);
            }
            String version = new String(process.getInputStream().readAllBytes()).strip();
            return isCurrent(version)
                    ? Optional.empty()
                    : Optional.of("Node.js must be " + OLDEST_NODE + " or later, got '" + version + "': " + fix);
        } catch (IOException e) {
            return Optional.of("Node.js must be on the PATH, found no '" + node + "': " + fix);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Node.js could not be checked: the build was interrupted");
        }
    }

    private static boolean isCurrent(String version) {
        String major = version.replaceFirst("^v(\\d{1,4})\\..*$", "$1");
        return major.matches("\\d{1,4}") && Integer.parseInt(major) >= OLDEST_NODE;
    }

    private static Optional<String> portProblem(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_PORT) {
            return Optional.of("port must be a number from 1 to " + LARGEST_PORT + ", got '" + text
                    + "': pass another one, as in -Dport=8081");
        }
        int port = Integer.parseInt(text);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("port must be free, got '" + port + "' (" + e.getMessage()
                    + "): pass another one, as in -Dport=8081");
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
