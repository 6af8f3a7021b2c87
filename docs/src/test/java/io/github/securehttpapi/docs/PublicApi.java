package io.github.securehttpapi.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The types and members that users of the published modules can see, with their Javadoc, read from the sources. */
final class PublicApi {
    private static final List<String> MODULES =
            List.of("template-model", "review", "local-gateway", "handler-kit", "construct", "testing");

    private final List<Member> members = new ArrayList<>();
    private final Bodies bodies = new Bodies();

    private PublicApi() {}

    /**
     * A type, method or constructor.
     *
     * @param name such as {@code review.Review#of}
     * @param tree where it is declared
     * @param type what declares it
     * @param javadoc null where it has none
     */
    record Member(
            String name,
            Tree tree,
            ClassTree type,
            String packageName,
            @Nullable DocCommentTree javadoc) {
        @Override
        public String toString() {
            return name;
        }
    }

    static PublicApi read() {
        PublicApi api = new PublicApi();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources()));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                api.bodies.add(unit);
                if (!packageName(unit).contains(".internal")) {
                    api.new Scanner(docs).scan(unit, null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return api;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    static String packageName(CompilationUnitTree unit) {
        return String.valueOf(unit.getPackageName());
    }

    /** Every type, method and constructor, those of records and enums that nobody wrote left out. */
    Stream<Member> members() {
        return members.stream();
    }

    /** The methods and constructors among them. */
    Stream<Member> methods() {
        return members().filter(member -> member.tree() instanceof MethodTree);
    }

    /** The type that declares a member. */
    Member typeOf(Member member) {
        return members()
                .filter(type -> type.tree() == member.type())
                .findFirst()
                .orElseThrow();
    }

    Bodies bodies() {
        return bodies;
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;

        Scanner(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            add(type, "");
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (isVisible(method.getModifiers())) {
                add(method, "#" + method.getName());
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
            return null;
        }

        /** Members of an interface say nothing, and are public. */
        private boolean isVisible(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || (parent.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE));
        }

        private void add(Tree tree, String suffix) {
            TreePath path = getCurrentPath();
            StringBuilder name = new StringBuilder();
            ClassTree declaring = null;
            for (TreePath above = path; above != null; above = above.getParentPath()) {
                if (above.getLeaf() instanceof ClassTree type) {
                    declaring = declaring == null ? type : declaring;
                    name.insert(0, "." + type.getSimpleName());
                }
            }
            String packageName = packageName(path.getCompilationUnit());
            String module = packageName.substring("io.github.securehttpapi.".length());
            if (declaring != null) {
                members.add(
                        new Member(module + name + suffix, tree, declaring, packageName, docs.getDocCommentTree(path)));
            }
        }
    }
}
