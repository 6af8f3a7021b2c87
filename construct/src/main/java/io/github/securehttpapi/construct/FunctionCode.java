package io.github.securehttpapi.construct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** The checks on a jar and the handler in it, which otherwise fail at the first call, if not at the deployment. */
final class FunctionCode {
    /** {@code CreateFunction}, Lambda API reference: {@code Handler}. */
    private static final int LONGEST_HANDLER = 128;

    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";

    /** "Define Lambda function handler in Java", AWS Lambda developer guide. */
    private static final Pattern HANDLER = Pattern.compile(NAME + "(\\." + NAME + ")*(::" + NAME + ")?");

    /** "Deploy Java Lambda functions with .zip or JAR file archives": jars in it are on the class path too. */
    private static final Pattern NESTED_JAR = Pattern.compile("lib/[^/]+\\.jar");

    private FunctionCode() {}

    static void requireJar(Path jar) {
        if (Files.isDirectory(jar)) {
            throw new IllegalArgumentException("jar must be a file, got the folder '" + jar
                    + "': run 'mvn package' and name the jar that it builds");
        }
        if (!jar.toString().endsWith(".jar")) {
            throw new IllegalArgumentException("jar must be a file that ends in .jar, got '" + jar
                    + "': run 'mvn package' and name the jar that it builds");
        }
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    "jar must be built, got no file '" + jar + "': run 'mvn package' first, or correct the path");
        }
    }

    static void requireHandler(String handler) {
        if (isToken(handler)) {
            return;
        }
        if (!HANDLER.matcher(handler).matches() || handler.length() > LONGEST_HANDLER) {
            throw new IllegalArgumentException("handler must be a class, or a class and a method, in no more than "
                    + LONGEST_HANDLER + " characters, got '" + handler
                    + "': write it as 'com.example.OrdersHandler' or 'com.example.OrdersHandler::handle'");
        }
    }

    static void requireHandlerIn(Path jar, String handler) {
        if (isToken(handler)) {
            return;
        }
        String name = handler.split("::", -1)[0];
        try (JarFile entries = new JarFile(jar.toFile(), false)) {
            boolean present = entries.getEntry(name.replace('.', '/') + ".class") != null;
            if (!present && entries.stream().noneMatch(entry -> isNestedJar(entry.getName()))) {
                throw new IllegalArgumentException("handler must be a class in '" + jar + "', got '" + name
                        + "': correct the name, or run 'mvn package' again");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "jar must be readable as a jar, got '" + jar + "': run 'mvn package' again", e);
        }
    }

    private static boolean isNestedJar(String entry) {
        return NESTED_JAR.matcher(entry).matches();
    }

    private static boolean isToken(String handler) {
        return Boolean.TRUE.equals(Token.isUnresolved(handler));
    }
}
