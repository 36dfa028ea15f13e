import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What compiled classes say: who names whom, and what others see of one.
final class Classes {

    private static final Pattern OURS = Pattern.compile("fr/entecole/[\\w/$]+");
    private static final ClassFile FILE = ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);

    private Classes() {}

    static Set<String> union(Map<String, ClassModel> some, Map<String, ClassModel> others) {
        var names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        return names;
    }

    static Map<String, ClassModel> read(Path classes) throws IOException {
        Map<String, ClassModel> models = new TreeMap<>();
        for (var file : Fichiers.files(classes, ".class")) {
            var model = FILE.parse(Files.readAllBytes(file));
            models.put(name(model), model);
        }
        return models;
    }

    static String name(ClassModel model) {
        return model.thisClass().asInternalName();
    }

    static String source(ClassModel model) {
        var folder = Path.of(name(model)).resolveSibling(
                model.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile().stringValue());
        return folder.toString();
    }

    /// Sources that name one of those classes, or one below it: what is inherited is named through the heir.
    static Set<String> naming(Set<String> touched, Map<String, ClassModel> models, Set<String> among) {
        var heirs = new TreeSet<>(touched);
        while (heirs.addAll(models.values().stream()
                .filter(m -> Stream.concat(m.superclass().stream(), m.interfaces().stream())
                        .map(ClassEntry::asInternalName)
                        .anyMatch(heirs::contains))
                .map(Classes::name)
                .collect(toSet()))) {}
        return heirs.isEmpty()
                ? Set.of()
                : models.values().stream()
                        .filter(m -> named(m).anyMatch(heirs::contains))
                        .map(Classes::source)
                        .filter(among::contains)
                        .collect(toSet());
    }

    private static Stream<String> named(ClassModel model) {
        List<String> names = new ArrayList<>();
        for (var entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text && text.stringValue().contains("fr/entecole/")) {
                OURS.matcher(text.stringValue()).results().forEach(r -> names.add(r.group()));
            }
        }
        return names.stream();
    }

    /// Whether others see the same class: all but bodies, private members and what only debuggers read.
    static boolean same(ClassModel one, ClassModel other) {
        return Arrays.equals(seen(one), seen(other)) && inner(one).equals(inner(other));
    }

    private static byte[] seen(ClassModel model) {
        return FILE.transformClass(model, (builder, element) -> {
            switch (element) {
                case MethodModel m when m.flags().has(AccessFlag.PRIVATE) || m.flags().has(AccessFlag.SYNTHETIC) -> {}
                case FieldModel f when f.flags().has(AccessFlag.PRIVATE) || f.flags().has(AccessFlag.SYNTHETIC) -> {}
                case MethodModel m ->
                    builder.transformMethod(
                            m, MethodTransform.dropping(e -> e instanceof CodeModel || e instanceof MethodParametersAttribute));
                case InnerClassesAttribute _, NestMembersAttribute _, SourceFileAttribute _ -> {}
                case ClassElement e -> builder.with(e);
            }
        });
    }

    private static List<String> inner(ClassModel model) {
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(a -> a.classes().stream())
                .filter(c -> c.innerClass().equals(model.thisClass()))
                .map(c -> c.flags().toString())
                .toList();
    }

    static List<String> constants(ClassModel model) {
        return model.fields().stream()
                .filter(f -> !f.flags().has(AccessFlag.PRIVATE))
                .flatMap(f -> f.findAttribute(Attributes.constantValue()).stream()
                        .map(ConstantValueAttribute::constant)
                        .map(c -> f.fieldName() + "=" + c))
                .toList();
    }
}
