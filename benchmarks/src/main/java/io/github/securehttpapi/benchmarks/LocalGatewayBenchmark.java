package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The local gateway serving the example, beside serverless-offline with the same routes and a bare Netty server that
 * answers a constant: the time from the start of the process to the first answer, and the requests answered in a second.
 * The executable jar runs in the heap that is promised, formats a line of the access log for each request, and throttles
 * nobody. All servers stay up, and are loaded in turns.
 */
final class LocalGatewayBenchmark {
    private static final int STARTS = 7;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 5;

    private static final String NAME = "local gateway";
    private static final String BARE = "bare Netty, a constant";
    private static final String OFFLINE = "serverless-offline";
    private static final String CONDITIONS =
            "The contact API of the example, heaps of 128 MB, JDK " + System.getProperty("java.version");

    private static final List<Route> ROUTES = List.of(
            new Route("GET /health", "/health", List.of()),
            new Route("POST /contacts", "/contacts", List.of("contacts.lua")));

    private final Settings settings;
    private final Results results;
    private final Path scratch;
    private final Path template;
    private final List<Contestant> contestants = new ArrayList<>();

    /** A benchmark of the jar that was built beside this folder. */
    LocalGatewayBenchmark(Settings settings, Results results) throws IOException {
        this.settings = settings;
        this.results = results;
        this.scratch = Files.createDirectories(settings.target().resolve("local-gateway"));
        this.template = ContactApi.synthesize(scratch.resolve("cdk.out"), settings.contactFunctions());
    }

    /** A way to start a server on a port. */
    private record Contestant(String name, IntFunction<Command> command) {
        ServerProcess start() throws IOException, InterruptedException, UnavailableException {
            int port = ServerProcess.freePort();
            return ServerProcess.start(port, command.apply(port));
        }
    }

    /** A contestant that is up. */
    private record Served(String name, ServerProcess process) {}

    /** A route, and what tells wrk how to ask for it. */
    private record Route(String key, String path, List<String> scripts) {}

    void run() throws InterruptedException {
        contestants.add(new Contestant(NAME, this::gateway));
        contestants.add(new Contestant(BARE, this::constant));
        results.part(NAME + ", " + OFFLINE, this::addServerlessOffline);
        results.part(NAME + ", start", this::startUp);
        results.part(NAME + ", load", this::load);
    }

    private Command gateway(int port) {
        String jar = settings.module()
                .resolve("../local-gateway/target/local-gateway.jar")
                .toString();
        return java("-jar", jar, "--template", template.toString(), "--port", "" + port, "--no-throttle");
    }

    private Command constant(int port) {
        return java("-classpath", System.getProperty("java.class.path"), ConstantServer.class.getName(), "" + port);
    }

    private Command java(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-Xmx128m"));
        all.addAll(List.of(arguments));
        return Jdk.current().java(all).in(scratch);
    }

    /** It must start once to take part, so that a machine where it does not still measures the others. */
    private void addServerlessOffline() throws IOException, InterruptedException, UnavailableException {
        ServerlessOffline offline =
                ServerlessOffline.install(settings.module().resolve("local-gateway"), scratch.resolve(OFFLINE));
        results.environment(OFFLINE, offline.version(OFFLINE) + ", on serverless " + offline.version("serverless"));
        Contestant contestant = new Contestant(OFFLINE, offline::command);
        firstAnswer(contestant);
        contestants.add(contestant);
    }

    private void startUp() throws Exception {
        Map<Contestant, List<Duration>> times =
                new Rounds(0, settings.rounds(STARTS)).measure(contestants, LocalGatewayBenchmark::firstAnswer);
        Contest contest = Contest.of("s", times, Contestant::name, Sample::seconds);
        results.add(new Result(
                NAME + ", start",
                CONDITIONS + ": from the start of the process to the first answer.",
                contest.measurements(),
                List.of(new Claim("seconds to the first answer", contest.sample(NAME), Aim.atMost(1.5)))));
    }

    private static Duration firstAnswer(Contestant contestant)
            throws IOException, InterruptedException, UnavailableException {
        try (ServerProcess server = contestant.start()) {
            return server.firstAnswer();
        }
    }

    private void load() throws Exception {
        results.environment("wrk", Wrk.version());
        List<Served> servers = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                servers.add(new Served(contestant.name(), contestant.start()));
            }
            Map<Served, List<List<Wrk.Load>>> loads =
                    new Rounds(WARM_UPS, settings.rounds(ROUNDS)).measure(servers, this::load);
            for (int route = 0; route < ROUTES.size(); route++) {
                results.add(result(route, loads));
            }
        } finally {
            servers.forEach(server -> server.process().close());
        }
    }

    /** One load for each route, in their order. */
    private List<Wrk.Load> load(Served server) throws IOException, InterruptedException, UnavailableException {
        List<Wrk.Load> loads = new ArrayList<>();
        for (Route route : ROUTES) {
            List<Path> scripts = route.scripts().stream()
                    .map(settings.module().resolve("local-gateway")::resolve)
                    .toList();
            loads.add(Wrk.load(settings.seconds(), server.process().url(route.path()), scripts));
        }
        return loads;
    }

    private Result result(int route, Map<Served, List<List<Wrk.Load>>> loads) {
        Contest rates =
                contest("requests a second", loads, load -> load.get(route).rate());
        Contest errors = contest("errors", loads, load -> load.get(route).errors());
        List<Claim> claims = new ArrayList<>();
        if (rates.has(OFFLINE)) {
            claims.add(rates.ratio(NAME + " : " + OFFLINE, NAME, OFFLINE, Aim.atLeast(10)));
        }
        claims.add(rates.ratio(NAME + " : " + BARE, NAME, BARE, Aim.atLeast(0.5)));
        return new Result(
                NAME + ", " + ROUTES.get(route).key(),
                CONDITIONS + ": answers to " + Wrk.description(settings.seconds()) + ".",
                Stream.of(rates, errors)
                        .flatMap(contest -> contest.measurements().stream())
                        .toList(),
                claims);
    }

    private static Contest contest(
            String unit, Map<Served, List<List<Wrk.Load>>> loads, ToDoubleFunction<List<Wrk.Load>> value) {
        return Contest.of(unit, loads, Served::name, rounds -> Sample.of(rounds, value));
    }
}
