package io.github.securehttpapi.local.internal.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.securehttpapi.local.internal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The assets of the assembly that a template is part of; none if it is part of none. */
    public static Assets beside(Path template) {
        Assets assets = new Assets(manifest(template));
        if (!Files.exists(assets.manifest)) {
            return assets;
        }
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(assets.manifest))) {
            json.nextToken();
            assets.root(json);
        } catch (IOException unreadable) {
            String fix = "run cdk synth again";
            throw new Refusal("asset manifest must be readable JSON", assets.manifest.toString(), fix, unreadable);
        }
        return assets;
    }

    private static Path manifest(Path template) {
        String name = String.valueOf(template.getFileName());
        String stack = name.endsWith(TEMPLATE) ? name.substring(0, name.length() - TEMPLATE.length()) : name;
        return template.resolveSibling(stack + ".assets.json");
    }

    /** The file or directory of an object's key, or null if the assembly does not have it. */
    public @Nullable Path file(String key) {
        return pathByKey.get(key);
    }

    /** Where they were looked for. */
    public Path manifest() {
        return manifest;
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
