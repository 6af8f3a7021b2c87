package io.github.securehttpapi.review.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the files that the arguments of the command lead to: each once, in the order of the arguments. */
final class TemplateSearch {
    private static final String STANDARD_INPUT = "-";

    /** The names that templates of CloudFormation, SAM and the CDK have. */
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json", ".template");

    /** Other people's. */
    private static final String PACKAGES = "node_modules";

    private final Map<Path, TemplateFile> found = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Adds what an argument of the command leads to. */
    void add(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            found.putIfAbsent(Path.of(STANDARD_INPUT), TemplateFile.standardInput());
            return;
        }
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                addDirectory(path);
            } else {
                add(path, TemplateFile.Role.NAMED);
            }
        } catch (InvalidPathException notAPath) {
            problems.add("template must be a path, got '" + argument + "': " + notAPath.getReason());
        }
    }

    List<TemplateFile> files() {
        return List.copyOf(found.values());
    }

    /** What could not be searched, a line each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void addDirectory(Path directory) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new Walk(directory, files));
        } catch (IOException unreadable) {
            addUnreadable(directory);
        }
        files.sort(Comparator.comparing(TemplateFile::name));
        for (Path file : files) {
            if (CloudAssembly.is(file)) {
                addAssembly(file);
            } else {
                add(file, TemplateFile.Role.FOUND);
            }
        }
    }

    private void addAssembly(Path directory) {
        try {
            for (Path template : CloudAssembly.templates(directory)) {
                add(template, TemplateFile.Role.STACK);
            }
        } catch (UnusableException broken) {
            problems.add(String.valueOf(broken.getMessage()));
        }
    }

    private void add(Path file, TemplateFile.Role role) {
        Path key = file.toAbsolutePath().normalize();
        TemplateFile known = found.get(key);
        if (known == null || role.compareTo(known.role()) < 0) {
            found.put(key, TemplateFile.of(file, role));
        }
    }

    private void addUnreadable(Path path) {
        problems.add("file must be readable, got '" + TemplateFile.name(path) + "': permit to read it");
    }

    /** Collects files that may be templates, and directories that are assemblies. Links to directories are not followed. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> files;

        Walk(Path top, List<Path> files) {
            this.top = top;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(top) && isLeftOut(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (CloudAssembly.is(directory)) {
                files.add(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isCandidate(file) && Files.isRegularFile(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            addUnreadable(file);
            return FileVisitResult.CONTINUE;
        }

        /** {@code .git}, {@code .aws-sam} with copies of what is elsewhere, and the like. */
        private boolean isLeftOut(Path directory) {
            String name = directory.getFileName().toString();
            return name.startsWith(".") || name.equals(PACKAGES);
        }

        private boolean isCandidate(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return EXTENSIONS.stream().anyMatch(name::endsWith);
        }
    }
}
