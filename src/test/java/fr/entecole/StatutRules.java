package fr.entecole;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Every test that asks for a page says which status it has: one that does not may look at an error for ever. No
/// answer is thrown away, and whoever asks for a page reads its status (or where it leads), or hands its answer on to
/// who does.
final class StatutRules {

    private static final List<Class<?>> ANSWERS = List.of(
            MvcTestResult.class,
            MockHttpServletResponse.class,
            MockMvcTester.MockMvcRequestBuilder.class,
            AbstractAssert.class);

    private StatutRules() {}

    static Set<String> faults(JavaClasses tests) {
        var faults = new TreeSet<String>();
        tests.forEach(type -> thrownAway(type, faults));
        unread(tests, faults);
        return faults;
    }

    private static void thrownAway(JavaClass type, Set<String> faults) {
        var source = type.getSource().orElseThrow();
        try (var input = source.getUri().toURL().openStream()) {
            for (var method : ClassFile.of().parse(input.readAllBytes()).methods()) {
                thrownAway(type, method, faults);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thrownAway(JavaClass type, MethodModel method, Set<String> faults) {
        int line = 0;
        boolean answered = false;
        for (var element :
                method.code().stream().flatMap(c -> c.elementStream()).toList()) {
            if (element instanceof LineNumber number) {
                line = number.line();
            } else if (element instanceof InvokeInstruction call) {
                var given = call.typeSymbol().returnType().displayName();
                answered = ANSWERS.stream()
                        .limit(2)
                        .anyMatch(a -> a.getSimpleName().equals(given));
            } else if (element instanceof Instruction instruction) {
                if (answered && instruction.opcode() == Opcode.POP) {
                    faults.add("%s:%d: an answer is thrown away: assert its status".formatted(type.getName(), line));
                }
                answered = false;
            }
        }
    }

    private static void unread(JavaClasses tests, Set<String> faults) {
        var asking = new ArrayDeque<JavaMethod>();
        tests.forEach(
                type -> type.getMethods().stream().filter(StatutRules::asks).forEach(asking::add));
        var seen = new HashSet<>(asking);
        while (!asking.isEmpty()) {
            var method = asking.remove();
            if (readsStatus(method, new HashSet<>())) {
                continue;
            }
            if (isOneOf(method.getRawReturnType(), ANSWERS)) {
                method.getCallsOfSelf().stream()
                        .map(call -> call.getOrigin())
                        .filter(JavaMethod.class::isInstance)
                        .map(JavaMethod.class::cast)
                        .filter(seen::add)
                        .forEach(asking::add);
            } else {
                faults.add("%s.%s: a page is asked for and its status never read: hasStatus…, ComptageSql.ofPage"
                        .formatted(method.getOwner().getName(), method.getName()));
            }
        }
    }

    private static boolean asks(JavaMethod method) {
        return targets(method)
                .anyMatch(target -> target.getOwner().isEquivalentTo(MockMvcTester.class)
                        && isOneOf(target.getRawReturnType(), ANSWERS));
    }

    private static boolean readsStatus(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && targets(method)
                        .anyMatch(target -> target.getName().startsWith("hasStatus")
                                || target.getName().equals("getStatus")
                                || target.getName().endsWith("RedirectedUrl")
                                || readsForAnother(target, seen));
    }

    /// It is given the answer, and reads it.
    private static boolean readsForAnother(MethodCallTarget target, Set<JavaMethod> seen) {
        return target.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Supplier.class) || isOneOf(type, ANSWERS))
                && target.resolveMember()
                        .filter(reader -> readsStatus(reader, seen))
                        .isPresent();
    }

    private static java.util.stream.Stream<MethodCallTarget> targets(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().map(JavaMethodCall::getTarget);
    }

    private static boolean isOneOf(JavaClass type, List<Class<?>> types) {
        return types.stream().anyMatch(type::isAssignableTo);
    }
}
