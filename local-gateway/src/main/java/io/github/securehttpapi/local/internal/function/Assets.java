package io.github.securehttpapi.local.internal.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.securehttpapi.local.internal.Refusal;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a synthesized stack: leads from the {@code S3Key} in the template to the file in the assembly (CDK's
 * asset manifest, {@code <stack>.assets.json}).
 */
public final class Assets {
    private static final String TEMPLATE = ".template.json";

    private final Path manifest;
    private final Map<String, Path> pathByKey = new HashMap<>();

    private Assets(Path manifest) {
        this.manifest = manifest;
    }

    public static Assets beside(Path template) {
        String name = String.valueOf(template.getFileName());
        if (!name.endsWith(TEMPLATE)) {
            String fix = "name a template in cdk.out, which has its <stack>.assets.json beside it";
            throw new Refusal("template must be called <stack>" + TEMPLATE, template.toString(), fix);
        }
        String stack = name.substring(0, name.length() - TEMPLATE.length());
        Assets assets = new Assets(template.resolveSibling(stack + ".assets.json"));
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(assets.manifest))) {
            json.nextToken();
            assets.root(json);
        } catch (IOException unreadable) {
            String fix = "run cdk synth again";
            throw new Refusal("asset manifest must be readable JSON", assets.manifest.toString(), fix, unreadable);
        }
        return assets;
    }

    /** The class path of a function's code: a jar, or a directory with the jars of its {@code lib}. */
    public List<URL> code(String function, String key) {
        Path path = pathByKey.get(key);
        if (path == null) {
            String must = "function " + function + " must have its code among the assets of " + manifest;
            throw new Refusal(must, key, "run cdk synth again");
        }
        if (!Files.isReadable(path)) {
            String must = "function " + function + " must have its code in a readable file";
            throw new Refusal(must, path.toString(), "build it, then run cdk synth again");
        }
        try {
            return Files.isDirectory(path)
                    ? directory(path)
                    : List.of(path.toUri().toURL());
        } catch (IOException unreadable) {
            String must = "function " + function + " must have its code in a readable directory";
            throw new Refusal(must, path.toString(), "run cdk synth again", unreadable);
        }
    }

    private static List<URL> directory(Path path) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(path.toUri().toURL());
        Path libraries = path.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        return urls;
    }

    private void root(JsonParser json) throws IOException {
        each(json, section -> {
            if (section.equals("files")) {
                each(json, hash -> file(json));
            } else {
                json.skipChildren();
            }
        });
    }

    private void file(JsonParser json) throws IOException {
        List<String> paths = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        each(json, part -> {
            switch (part) {
                case "source" -> each(json, name -> collect(json, name, "path", paths));
                case "destinations" ->
                    each(json, destination -> each(json, name -> collect(json, name, "objectKey", keys)));
                default -> json.skipChildren();
            }
        });
        Path directory = manifest.toAbsolutePath().getParent();
        for (String path : paths) {
            keys.forEach(key -> pathByKey.put(key, resolve(directory, path)));
        }
    }

    private static Path resolve(@Nullable Path directory, String path) {
        try {
            return directory == null ? Path.of(path) : directory.resolve(path).normalize();
        } catch (InvalidPathException noPath) {
            String must = "asset manifest must name its files by paths";
            throw new Refusal(must, path, "run cdk synth again", noPath);
        }
    }

    private static void collect(JsonParser json, String name, String wanted, List<String> found) throws IOException {
        if (name.equals(wanted) && json.currentToken() == JsonToken.VALUE_STRING) {
            found.add(json.getText());
        }
        json.skipChildren();
    }

    /** What to do with a field; the parser stands at its value. */
    private interface Field {
        void read(String name) throws IOException;
    }

    private static void each(JsonParser json, Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }
}
