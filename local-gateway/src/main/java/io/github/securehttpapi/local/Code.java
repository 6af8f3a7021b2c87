package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.function.Assets;
import io.github.securehttpapi.template.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the code of functions is: what the builder was told, else the assembly's assets or the directory that AWS SAM
 * packages, else the class path that the builder was given.
 */
final class Code {
    private final Map<String, String> handlers;
    private final Map<String, Path> given;
    private final List<Path> classPath;
    private final Path template;
    private @Nullable Assets assets;

    /** Refuses what was told of functions that the template does not have. */
    Code(Options options, Path template, List<LambdaFunction> functions) {
        this.handlers = options.handlers;
        this.given = options.code;
        this.classPath = options.classPath;
        this.template = template;
        List<String> ids = functions.stream().map(LambdaFunction::logicalId).toList();
        requireKnown("handler", handlers.keySet(), ids);
        requireKnown("code", given.keySet(), ids);
        given.forEach((id, path) -> readable(id, path, "name a jar or a directory of classes"));
        classPath.forEach(path -> {
            if (!Files.isReadable(path)) {
                throw new Refusal("class path must be of readable files", path.toString(), "build it, or remove it");
            }
        });
    }

    private static void requireKnown(String option, Set<String> named, List<String> ids) {
        named.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(unknown -> {
            String fix = ids.isEmpty() ? "it has none" : "it has " + String.join(", ", ids);
            throw new Refusal(option + " must be of a function of the template", unknown, fix);
        });
    }

    /** The function's handler: {@code com.example.Handler}, or with {@code ::method}. */
    String handler(LambdaFunction function) {
        String replaced = handlers.get(function.logicalId());
        return replaced == null ? function.handler().required() : replaced;
    }

    /** Whether the builder was told both where the function's code is and what its handler is. */
    boolean isGiven(LambdaFunction function) {
        String id = function.logicalId();
        return handlers.containsKey(id) && (given.containsKey(id) || !classPath.isEmpty());
    }

    /** A jar, or a directory with the jars of its {@code lib}, or what the builder was given. */
    List<Path> classPath(LambdaFunction function) {
        String id = function.logicalId();
        Path replaced = given.get(id);
        if (replaced != null) {
            return withLibraries(id, replaced);
        }
        Path asset = asset(function);
        if (asset != null) {
            return withLibraries(id, readable(id, asset, "build it, then run cdk synth again"));
        }
        Path packaged = packaged(function);
        if (packaged != null) {
            return withLibraries(id, readable(id, packaged, "run sam build, and name .aws-sam/build/template.yaml"));
        }
        if (classPath.isEmpty()) {
            throw unknown(function);
        }
        return classPath;
    }

    private @Nullable Path asset(LambdaFunction function) {
        String key = function.codeKey().value().orElse(null);
        return key == null ? null : assets().file(key);
    }

    private Assets assets() {
        Assets read = assets;
        if (read == null) {
            read = Assets.beside(template);
            assets = read;
        }
        return read;
    }

    private @Nullable Path packaged(LambdaFunction function) {
        String path = function.codePath().value().orElse(null);
        try {
            return path == null ? null : template.resolveSibling(path).normalize();
        } catch (InvalidPathException noPath) {
            throw new Refusal(must(function.logicalId(), "its code at a path"), path, "correct its CodeUri", noPath);
        }
    }

    private Refusal unknown(LambdaFunction function) {
        String id = function.logicalId();
        String fix = "run cdk synth again, or name its code with handler";
        if (function.codeKey().isAbsent()) {
            return new Refusal(
                    must(id, "its code in a file"), function.codePath().toString(), fix);
        }
        String must = "its code among the assets of " + assets().manifest();
        return new Refusal(must(id, must), function.codeKey().toString(), fix);
    }

    private static Path readable(String id, Path path, String fix) {
        if (!Files.isReadable(path)) {
            throw new Refusal(must(id, "its code in a readable file"), path.toString(), fix);
        }
        return path;
    }

    private static List<Path> withLibraries(String id, Path code) {
        List<Path> found = new ArrayList<>(List.of(code));
        Path libraries = code.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(found::add);
            } catch (IOException unreadable) {
                String must = must(id, "its code in a readable directory");
                throw new Refusal(must, libraries.toString(), "correct its permissions", unreadable);
            }
        }
        return found;
    }

    private static String must(String id, String what) {
        return "function " + id + " must have " + what;
    }
}
