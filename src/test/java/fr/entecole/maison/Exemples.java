package fr.entecole.maison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// Finds the examples of all modules: nobody lists them.
public final class Exemples {

    private static final String OF_THE_TESTS = "fr.entecole.essai";

    private Exemples() {}

    public static List<ExempleDeModule> ofTheHouse() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(ExempleDeModule.class));
        List<ExempleDeModule> found = new ArrayList<>();
        for (var candidate : scan.findCandidateComponents("fr.entecole")) {
            var name = String.valueOf(candidate.getBeanClassName());
            if (!name.startsWith(OF_THE_TESTS)) {
                found.add((ExempleDeModule) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null)));
            }
        }
        found.sort(Comparator.comparing(exemple -> exemple.getClass().getName()));
        return found;
    }
}
