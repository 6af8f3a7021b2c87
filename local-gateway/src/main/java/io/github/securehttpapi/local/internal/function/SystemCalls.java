package io.github.securehttpapi.local.internal.function;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has a class ask its function's process instead of the gateway's: calls of {@link System} and {@link Runtime}, and
 * references to their methods, become calls of {@code LambdaProcess}, which leave and take the same on the stack. What
 * asks by reflection, or from native code or the JDK's own, is not seen.
 */
final class SystemCalls extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final byte UTF8_CONSTANT = 1;
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String PROCESS = Names.PROCESS.replace('.', '/');
    private static final String EXIT = "(Ljava/lang/Runtime;I)V";
    private static final String STREAM = "()Ljava/io/PrintStream;";
    private static final List<byte[]> CONSTANTS = List.of(constant(SYSTEM), constant(RUNTIME));

    private static final Set<String> SYSTEM_METHODS = Set.of(
            "getenv()Ljava/util/Map;",
            "getenv(Ljava/lang/String;)Ljava/lang/String;",
            "exit(I)V",
            "setOut(Ljava/io/PrintStream;)V",
            "setErr(Ljava/io/PrintStream;)V");

    private SystemCalls(ClassVisitor next) {
        super(API, next);
    }

    /**
     * The class with its calls redirected, or null if it has none to redirect.
     *
     * @throws IllegalArgumentException if the class is newer than this can read
     */
    static byte @Nullable [] redirect(byte[] code) {
        if (CONSTANTS.stream().noneMatch(constant -> contains(code, constant))) {
            return null;
        }
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new SystemCalls(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    /** As a class file has it (JVM specification, 4.4.7): its length keeps longer names out. */
    private static byte[] constant(String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        byte[] constant = new byte[text.length + 3];
        constant[0] = UTF8_CONSTANT;
        constant[2] = (byte) text.length;
        System.arraycopy(text, 0, constant, 3, text.length);
        return constant;
    }

    private static boolean contains(byte[] code, byte[] constant) {
        for (int start = 0; start <= code.length - constant.length; start++) {
            if (Arrays.equals(code, start, start + constant.length, constant, 0, constant.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSystem(String owner, String method) {
        return owner.equals(SYSTEM) && SYSTEM_METHODS.contains(method);
    }

    private static boolean isOfRuntime(String owner, String method) {
        return owner.equals(RUNTIME) && (method.equals("exit(I)V") || method.equals("halt(I)V"));
    }

    /** The instructions of one method. */
    private static final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (opcode == Opcodes.INVOKESTATIC && isOfSystem(owner, name + descriptor)) {
                super.visitMethodInsn(opcode, PROCESS, name, descriptor, false);
            } else if (opcode == Opcodes.INVOKEVIRTUAL && isOfRuntime(owner, name + descriptor)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, PROCESS, "exit", EXIT, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean stream = name.equals("out") || name.equals("err");
            if (opcode == Opcodes.GETSTATIC && owner.equals(SYSTEM) && stream) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, PROCESS, name, STREAM, false);
            } else {
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] redirected = arguments.clone();
            for (int index = 0; index < redirected.length; index++) {
                if (redirected[index] instanceof Handle handle) {
                    redirected[index] = redirected(handle);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, redirected);
        }

        private static Handle redirected(Handle handle) {
            String method = handle.getName() + handle.getDesc();
            if (handle.getTag() == Opcodes.H_INVOKESTATIC && isOfSystem(handle.getOwner(), method)) {
                return new Handle(Opcodes.H_INVOKESTATIC, PROCESS, handle.getName(), handle.getDesc(), false);
            }
            if (handle.getTag() == Opcodes.H_INVOKEVIRTUAL && isOfRuntime(handle.getOwner(), method)) {
                return new Handle(Opcodes.H_INVOKESTATIC, PROCESS, "exit", EXIT, false);
            }
            return handle;
        }
    }
}
