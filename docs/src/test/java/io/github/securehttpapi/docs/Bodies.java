package io.github.securehttpapi.docs;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of methods throw, themselves or by methods of the same package which they call: on their own type or
 * fields, or static ones. Calls are followed by name and number of arguments, which is exact where no two overloads have as
 * many.
 */
final class Bodies {
    private static final Set<String> ANY = Set.of("Exception", "RuntimeException", "Throwable");

    private final Map<String, MethodTree> methods = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();

    void add(CompilationUnitTree unit) {
        new TreeScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, String packageName) {
                String name = type.getSimpleName().toString();
                for (Tree member : type.getMembers()) {
                    if (member instanceof MethodTree method) {
                        String of = key(packageName, name, method.getName().toString(), arguments(type, method));
                        methods.put(of, method);
                    } else if (member instanceof VariableTree field && field.getType() != null) {
                        fields.put(
                                packageName + "." + name + "." + field.getName(),
                                field.getType().toString());
                    }
                }
                return super.visitClass(type, packageName);
            }
        }.scan(unit, PublicApi.packageName(unit));
    }

    /** A compact constructor names no parameters: it has the components of its record. */
    private static int arguments(ClassTree type, MethodTree method) {
        boolean compact = type.getKind() == Tree.Kind.RECORD
                && method.getName().contentEquals("<init>")
                && method.getParameters().isEmpty();
        return compact
                ? (int) type.getMembers().stream()
                        .filter(member -> member instanceof VariableTree field
                                && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .count()
                : method.getParameters().size();
    }

    private static String key(String packageName, String type, String method, int arguments) {
        return packageName + "." + type + "#" + method + "/" + arguments;
    }

    /** The simple names of what a method throws. */
    Set<String> thrownBy(PublicApi.Member member) {
        Set<String> thrown = new TreeSet<>();
        new Thrown(member.packageName(), thrown, new HashSet<>())
                .scan(member.tree(), member.type().getSimpleName().toString());
        return thrown;
    }

    private final class Thrown extends TreeScanner<@Nullable Void, String> {
        private final String packageName;
        private final Set<String> thrown;
        private final Set<String> seen;

        Thrown(String packageName, Set<String> thrown, Set<String> seen) {
            this.packageName = packageName;
            this.thrown = thrown;
            this.seen = seen;
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree tree, String type) {
            if (tree.getExpression() instanceof NewClassTree made) {
                thrown.add(made.getIdentifier().toString());
            } else if (tree.getExpression() instanceof MethodInvocationTree call) {
                MethodTree maker = methods.get(called(call, type));
                if (maker != null) {
                    thrown.add(String.valueOf(maker.getReturnType()));
                }
            }
            return super.visitThrow(tree, type);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, String type) {
            if (call.getMethodSelect() instanceof MemberSelectTree member
                    && member.getIdentifier().contentEquals("orElseThrow")
                    && !call.getArguments().isEmpty()
                    && call.getArguments().get(0) instanceof LambdaExpressionTree otherwise
                    && otherwise.getBody() instanceof NewClassTree made) {
                thrown.add(made.getIdentifier().toString());
            }
            // A number written in the code is a right one: such as the status 404.
            if (call.getArguments().stream().noneMatch(argument -> argument.getKind() == Tree.Kind.INT_LITERAL)) {
                follow(called(call, type));
            }
            return super.visitMethodInvocation(call, type);
        }

        private String called(MethodInvocationTree call, String type) {
            int arguments = call.getArguments().size();
            if (call.getMethodSelect() instanceof MemberSelectTree member) {
                String owner = member.getExpression().toString();
                String of = fields.getOrDefault(packageName + "." + type + "." + owner, owner);
                return key(packageName, of, member.getIdentifier().toString(), arguments);
            }
            return key(packageName, type, call.getMethodSelect().toString(), arguments);
        }

        /** Those made with {@code this}, as builders do: what others check is mostly right where they are called. */
        @Override
        public @Nullable Void visitNewClass(NewClassTree made, String type) {
            if (made.getArguments().stream().anyMatch(argument -> "this".contentEquals(argument.toString()))) {
                int arguments = made.getArguments().size();
                follow(key(packageName, made.getIdentifier().toString(), "<init>", arguments));
            }
            return super.visitNewClass(made, type);
        }

        private void follow(String key) {
            MethodTree called = methods.get(key);
            if (called != null && called.getBody() != null && seen.add(key)) {
                scan(called.getBody(), key.substring(packageName.length() + 1, key.indexOf('#')));
            }
        }

        /** Without what it catches, by that name or as any exception. */
        @Override
        public @Nullable Void visitTry(TryTree tree, String type) {
            Set<String> inside = new TreeSet<>();
            new Thrown(packageName, inside, new HashSet<>(seen)).scan(tree.getBlock(), type);
            for (CatchTree caught : tree.getCatches()) {
                List<String> names =
                        List.of(caught.getParameter().getType().toString().split(" *\\| *"));
                inside.removeIf(name -> names.contains(name) || names.stream().anyMatch(ANY::contains));
            }
            thrown.addAll(inside);
            scan(tree.getResources(), type);
            scan(tree.getCatches(), type);
            return scan(tree.getFinallyBlock(), type);
        }

        /** Runs later, or never. */
        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, String type) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree anonymous, String type) {
            return null;
        }
    }
}
