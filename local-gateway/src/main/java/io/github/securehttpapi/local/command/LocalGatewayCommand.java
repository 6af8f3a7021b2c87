package io.github.securehttpapi.local.command;

import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.LocalGatewayException;
import io.github.securehttpapi.local.internal.Printable;
import io.github.securehttpapi.template.TemplateException;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code local-gateway --template FILE}: prints the route table and the URL, then serves until it is
 * interrupted; with {@code --probe}, sends hostile requests to each route instead, and reports what they lead to.
 *
 * <p>Exit codes: 1, with one line on standard error, if it cannot start, or with a line on standard output for each
 * finding of {@code --probe}; 2 for a wrong usage. Functions run in this process: one that calls {@code System.exit} ends
 * its execution environment, as in the cloud. Code that calls it by reflection ends the process with the exit code of its
 * choice, and one line on standard error.
 */
@Command(
        name = "local-gateway",
        mixinStandardHelpOptions = true,
        description = "Serves the HTTP API of a synthesized template on localhost, as API Gateway would.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was told to stop, or --probe found nothing",
            "1:it cannot start, or --probe found something",
            "2:wrong usage"
        })
public final class LocalGatewayCommand implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int FOUND = 1;

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--template", required = true, paramLabel = "FILE", description = "a template in cdk.out")
    private Path template = Path.of("");

    @Option(names = "--api", paramLabel = "ID", description = "the API's logical id, if the template has several")
    private String api = "";

    @Option(names = "--port", paramLabel = "N", description = "the port, 0 for any (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(names = "--parameter", paramLabel = "K=V", description = "a template parameter, may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--no-throttle", description = "answer no 429")
    private boolean unthrottled;

    @Option(
            names = "--classpath",
            paramLabel = "CP",
            description = "jars and directories with the code of functions that have none in the assembly")
    private String classPath = "";

    @Option(
            names = "--handler",
            paramLabel = "ID=JAR|CLASS",
            converter = Replacement.Converter.class,
            description = "a function's other code, or other handler, by its logical id; may be repeated")
    private List<Replacement> handlers = new ArrayList<>();

    @Option(
            names = "--strict-permissions",
            description = "answer 500 where a function lacks a permission for the API, as the cloud does")
    private boolean strict;

    @Option(
            names = "--local-issuer",
            negatable = true,
            description = "have every JWT authorizer accept this gateway's own tokens only; or none, with"
                    + " --no-local-issuer (default: those whose issuer the template does not tell)")
    private @Nullable Boolean localIssuer;

    @Option(
            names = "--stub",
            paramLabel = "NAME",
            description = "answer 501 in the place of a route, an integration or a function, by route key or logical"
                    + " id; may be repeated")
    private List<String> stubs = new ArrayList<>();

    @Option(names = "--access-log", paramLabel = "FILE", description = "append the access log to a file")
    private @Nullable Path accessLog;

    @Option(
            names = "--probe",
            description = "send hostile requests to each route, report what they lead to, and end: exit code 1 if there"
                    + " is something to report; your functions run with them")
    private boolean probing;

    private LocalGatewayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return new CommandLine(new LocalGatewayCommand(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, ignored) -> {
                    String must = "usage must be --template FILE and options that --help tells of";
                    err.println(Printable.of(must + ", got '" + String.join(" ", args) + "': " + wrong.getMessage()));
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        return probing ? probe() : serve();
    }

    /** Function logs go to standard error, so that what was found stands alone. */
    private int probe() {
        try (LineWriter log = LineWriter.to(err);
                LocalGateway gateway =
                        start(log, builder -> builder.port(0).throttling(false).accessLog(line -> {}))) {
            gateway.warnings().forEach(warning -> err.println("warning: " + warning));
            return ProbeReport.print(gateway, out) == 0 ? CommandLine.ExitCode.OK : FOUND;
        } catch (TemplateException | LocalGatewayException cannotStart) {
            err.println(cannotStart.getMessage());
            return CANNOT_START;
        }
    }

    private int serve() throws InterruptedException {
        try (LineWriter log = LineWriter.to(out);
                LocalGateway gateway = start(log, builder -> builder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway, log), "local-gateway-stop"));
            gateway.warnings().forEach(warning -> err.println("warning: " + warning));
            out.print(RouteListing.of(gateway));
            out.flush();
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        } catch (TemplateException | LocalGatewayException cannotStart) {
            err.println(cannotStart.getMessage());
            return CANNOT_START;
        }
    }

    private LocalGateway start(LineWriter log, UnaryOperator<LocalGateway.Builder> mode) {
        LocalGateway.Builder builder = LocalGateway.builder()
                .template(template)
                .accessLog(log)
                .functionLog(log)
                .port(port)
                .strictPermissions(strict)
                .throttling(!unthrottled);
        functions(builder);
        parameters.forEach(builder::parameter);
        stubs.forEach(builder::stub);
        if (localIssuer != null) {
            builder.localIssuer(localIssuer);
        }
        LocalGateway.Builder moded = mode.apply(api.isEmpty() ? builder : builder.api(api));
        return (accessLog == null ? moded : moded.accessLog(accessLog)).start();
    }

    private void functions(LocalGateway.Builder builder) {
        handlers.forEach(other -> builder.handler(other.logicalId(), other.jarOrClass()));
        if (!classPath.isEmpty()) {
            builder.classPath(Stream.of(classPath.split(File.pathSeparator, -1))
                    .filter(entry -> !entry.isEmpty())
                    .map(Path::of)
                    .toList());
        }
    }

    /** Without a word, a function that ends the process would look like a gateway that nobody wanted any more. */
    private void stop(LocalGateway gateway, LineWriter log) {
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            if (Arrays.stream(thread.getValue()).anyMatch(LocalGatewayCommand::exits)) {
                err.println("process must be ended by a signal, got 'System.exit in thread "
                        + thread.getKey().getName() + "': have the function return or throw");
            }
        }
        gateway.close();
        log.close();
    }

    /** The thread that calls it waits in it for the shutdown hooks; a signal's thread goes another way. */
    private static boolean exits(StackTraceElement frame) {
        return frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit");
    }
}
