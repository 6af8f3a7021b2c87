package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The local gateway serving the example, beside serverless-offline with the same routes and a bare Netty server that
 * answers a constant: the time from the start of the process to the first answer, and the requests answered in a second.
 * The executable jar runs in the heap that is promised, formats a line of the access log for each request, and throttles
 * nobody. All servers stay up, and are loaded in turns: what else the machine does slows all alike.
 */
final class LocalGatewayBenchmark {
    private static final int STARTS = Math.min(7, Integer.getInteger("benchmark.rounds", 7));
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = Math.min(5, Integer.getInteger("benchmark.rounds", 5));
    private static final double MILLIS_PER_SECOND = 1000;

    private static final String OURS = "local gateway";
    private static final String BARE = "bare Netty, a constant";
    private static final String OFFLINE = "serverless-offline";

    private final Path module;
    private final Path scratch;
    private final ServerlessOffline offline;
    private final Path template;

    /** A benchmark of the jar that was built beside this folder. */
    LocalGatewayBenchmark(Path module) throws IOException, InterruptedException {
        this.module = module;
        this.scratch = Files.createDirectories(module.resolve("target/local-gateway"));
        this.offline =
                ServerlessOffline.install(module.resolve("local-gateway"), scratch.resolve("serverless-offline"));
        this.template = ContactApi.synthesize(
                scratch.resolve("cdk.out"),
                module.resolve("../examples/contact-api/functions/target/contact-functions.jar"));
    }

    /** A way to start a server, in a folder, on a port. */
    private record Contestant(Path folder, IntFunction<List<String>> command) {
        ServerProcess start() throws IOException, InterruptedException {
            int port = ServerProcess.freePort();
            return ServerProcess.start(folder, port, command.apply(port));
        }
    }

    /** A route, and what tells wrk how to ask for it. */
    private record Route(String method, String path, List<Path> scripts) {}

    void run() throws IOException, InterruptedException {
        System.out.printf(
                "%nlocal gateway, the contact API of the example, heap of 128 MB, JDK %s%n  %s%n  %s%n",
                System.getProperty("java.version"), offline.version(), Wrk.description());
        startUp();
        for (Map.Entry<Route, Map<String, List<Wrk.Load>>> route : throughput().entrySet()) {
            report(route.getKey(), route.getValue());
        }
    }

    private Map<String, Contestant> contestants() {
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        contestants.put(OURS, new Contestant(scratch, this::gateway));
        contestants.put(BARE, new Contestant(scratch, LocalGatewayBenchmark::constant));
        contestants.put(OFFLINE, new Contestant(offline.folder(), offline::command));
        return contestants;
    }

    private List<String> gateway(int port) {
        String jar = module.resolve("../local-gateway/target/local-gateway.jar").toString();
        return java("-jar", jar, "--template", template.toString(), "--port", "" + port, "--no-throttle");
    }

    private static List<String> constant(int port) {
        return java("-classpath", System.getProperty("java.class.path"), ConstantServer.class.getName(), "" + port);
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.addAll(List.of(arguments));
        return command;
    }

    private void startUp() throws IOException, InterruptedException {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        for (int round = 0; round < STARTS; round++) {
            for (Map.Entry<String, Contestant> contestant : contestants().entrySet()) {
                try (ServerProcess server = contestant.getValue().start()) {
                    times.computeIfAbsent(contestant.getKey(), first -> new ArrayList<>())
                            .add(server.firstAnswer());
                }
            }
        }
        System.out.printf("  start of the process to the first answer, median of %d rounds%n", STARTS);
        times.forEach(
                (name, measured) -> System.out.printf("    %-44s %6.0f ms%n", name, Statistics.medianMillis(measured)));
        double seconds = Statistics.medianMillis(times.getOrDefault(OURS, List.of())) / MILLIS_PER_SECOND;
        Target.atMost(1.5, "seconds to the first answer", seconds);
    }

    private Map<Route, Map<String, List<Wrk.Load>>> throughput() throws IOException, InterruptedException {
        Map<String, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Contestant> contestant : contestants().entrySet()) {
                servers.put(contestant.getKey(), contestant.getValue().start());
            }
            return throughput(servers);
        } finally {
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        }
    }

    private Map<Route, Map<String, List<Wrk.Load>>> throughput(Map<String, ServerProcess> servers)
            throws IOException, InterruptedException {
        List<Route> routes = List.of(
                new Route("GET", "/health", List.of()),
                new Route("POST", "/contacts", List.of(module.resolve("local-gateway/contacts.lua"))));
        Map<Route, Map<String, List<Wrk.Load>>> loads = new LinkedHashMap<>();
        List<Map.Entry<String, ServerProcess>> order = new ArrayList<>(servers.entrySet());
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            Collections.rotate(order, 1);
            for (Route route : routes) {
                Map<String, List<Wrk.Load>> ofRoute = loads.computeIfAbsent(route, first -> new LinkedHashMap<>());
                for (Map.Entry<String, ServerProcess> server : order) {
                    Wrk.Load load = Wrk.load(server.getValue().url(route.path()), route.scripts());
                    if (round >= WARM_UPS) {
                        ofRoute.computeIfAbsent(server.getKey(), first -> new ArrayList<>())
                                .add(load);
                    }
                }
            }
        }
        return loads;
    }

    private static void report(Route route, Map<String, List<Wrk.Load>> loads) {
        System.out.printf(
                "  %s %s, requests answered in a second, median of %d rounds%n", route.method(), route.path(), ROUNDS);
        loads.forEach((name, measured) -> System.out.printf(
                "    %-44s %8.0f   %d errors%n",
                name,
                Statistics.median(rates(measured)),
                measured.stream().mapToLong(Wrk.Load::errors).sum()));
        List<Double> ours = rates(loads.getOrDefault(OURS, List.of()));
        Target.atLeast(
                10, OURS + " : " + OFFLINE, Statistics.ratio(ours, rates(loads.getOrDefault(OFFLINE, List.of()))));
        Target.atLeast(0.5, OURS + " : " + BARE, Statistics.ratio(ours, rates(loads.getOrDefault(BARE, List.of()))));
    }

    private static List<Double> rates(List<Wrk.Load> loads) {
        return loads.stream().map(Wrk.Load::rate).toList();
    }
}
