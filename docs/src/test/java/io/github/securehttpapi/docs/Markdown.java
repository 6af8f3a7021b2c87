package io.github.securehttpapi.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The project's Markdown files, and the code blocks and links in them. */
record Markdown(Path file, List<String> lines) {
    /** Surefire runs in the module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "target");
    private static final Pattern FENCE = Pattern.compile("```([a-z]*)");
    private static final Pattern SOURCE = Pattern.compile("<!-- snippet: ([^ #]+)(?:#([a-z-]+))? -->");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)]+)\\)");

    static List<Markdown> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Markdown::isOurs)
                    .sorted()
                    .map(Markdown::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path name : ROOT.relativize(file)) {
            if (NOT_OURS.contains(name.toString())) {
                return false;
            }
        }
        return true;
    }

    static Markdown read(Path file) {
        return new Markdown(file, lines(file));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                String before = i == 0 ? "" : lines.get(i - 1);
                blocks.add(new Block(this, i + 1, fence.group(1), before, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }

    Block firstBlockBelow(String heading) {
        int line = lines.indexOf(heading) + 1;
        return blocks().stream()
                .filter(block -> line > 0 && block.line() > line)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block below " + heading + " in " + this));
    }

    /** The targets of links to files of the project, without their fragments. */
    List<String> localLinks() {
        List<String> links = new ArrayList<>();
        for (String line : lines) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                if (!target.isEmpty() && !target.matches("[a-z]+:.*")) {
                    links.add(target);
                }
            }
        }
        return links;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }

    /**
     * A fenced code block.
     *
     * @param line the number of the line that opens it, from 1
     * @param language what stands behind the back quotes, or nothing
     * @param before the line above it
     */
    record Block(Markdown document, int line, String language, String before, List<String> code) {
        /** The region of a source file, or the file, that the block repeats, if the line above it names one. */
        Optional<Region> region() {
            Matcher source = SOURCE.matcher(before);
            return source.matches()
                    ? Optional.of(new Region(ROOT.resolve(source.group(1)), source.group(2)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return document + ":" + line;
        }
    }

    /**
     * The lines of a source file between {@code snippet:NAME} and {@code end}, each in a comment of its own.
     *
     * @param name null for the whole file
     */
    record Region(Path file, @Nullable String name) {
        List<String> code() {
            List<String> source = lines(file);
            if (name == null) {
                return source;
            }
            int start = indexOf(source, 0, "(//|<!--) snippet:" + Pattern.quote(name) + "( -->)?") + 1;
            int end = indexOf(source, start, "(//|<!--) end( -->)?");
            return String.join("\n", source.subList(start, end))
                    .stripIndent()
                    .lines()
                    .toList();
        }

        private int indexOf(List<String> source, int from, String regex) {
            for (int i = from; i < source.size(); i++) {
                if (source.get(i).strip().matches(regex)) {
                    return i;
                }
            }
            throw new AssertionError("no " + regex + " in " + file);
        }
    }
}
