package fr.entecole.maison;

import fr.entecole.Routes.Route;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.Recherche;
import fr.entecole.socle.contrats.ServiceMesure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/// What each module owes to those who look at everyone: a bean of each contract, or in words why not.
final class EpreuveDesContrats {

    private static final String OURS = "fr.entecole.";

    private final List<Contrat> contrats;

    EpreuveDesContrats(ApplicationContext context) {
        contrats = List.of(
                new Contrat(
                        "Tuile",
                        "what of it awaits somebody, or the way to it, on their home",
                        of(context, Tuile.class),
                        ExempleDeModule::withoutTuile),
                new Contrat(
                        "Contenu",
                        "what of it can be reported, hidden, taken away and sealed",
                        of(context, Contenu.class),
                        ExempleDeModule::withoutContenu),
                new Contrat(
                        "Recherche",
                        "what of it is found by the words that it says",
                        of(context, Recherche.class),
                        ExempleDeModule::withoutRecherche));
        this.measured = context.getBeansOfType(ServiceMesure.class).values().stream()
                .map(ServiceMesure::module)
                .collect(Collectors.toSet());
        this.answering = context.getBeansOfType(DonneesPersonnelles.class).values().stream()
                .map(DonneesPersonnelles::schema)
                .collect(Collectors.toSet());
    }

    private final Set<String> measured;
    private final Set<String> answering;

    /// @param tables schemas that hold some
    List<String> faults(Collection<Route> routes, Collection<String> tables, List<ExempleDeModule> exemples) {
        var withPages = routes.stream().map(Route::module).collect(Collectors.toSet());
        var modules = new TreeSet<>(tables);
        modules.addAll(withPages);
        List<String> faults = new ArrayList<>();
        for (var module : modules) {
            contrats.forEach(contrat -> judge(module, contrat, exemples, faults));
            if (withPages.contains(module)) {
                judge(
                        module,
                        new Contrat(
                                "ServiceMesure",
                                "under which service its pages are counted",
                                measured,
                                ExempleDeModule::withoutMesure),
                        exemples,
                        faults);
            }
            if (tables.contains(module) && !answering.contains(module) && !module.equals("socle")) {
                faults.add("module %s has tables and no DonneesPersonnelles: write one".formatted(module));
            }
        }
        return faults;
    }

    private static void judge(String module, Contrat contrat, List<ExempleDeModule> exemples, List<String> faults) {
        var why = exemples.stream()
                .filter(exemple -> exemple.module().equals(module))
                .map(contrat.without)
                .filter(reason -> !reason.isBlank())
                .findFirst();
        boolean offers = contrat.modules.contains(module);
        var method = contrat.nom.equals("ServiceMesure") ? "withoutMesure" : "without" + contrat.nom;
        if (!offers && why.isEmpty()) {
            faults.add(
                    "module %s offers no %s: write a bean that says %s, or say why not in its example: @Override public String %s() { return \"…\"; }"
                            .formatted(module, contrat.nom, contrat.owes, method));
        } else if (offers && why.isPresent()) {
            faults.add("module %s offers a %s and says in %s() why it does not: take one of them out"
                    .formatted(module, contrat.nom, method));
        }
    }

    private static Set<String> of(ApplicationContext context, Class<?> contrat) {
        return context.getBeansOfType(contrat).values().stream()
                .map(bean -> AopUtils.getTargetClass(bean).getPackageName() + ".")
                .filter(name -> name.chars().filter(c -> c == '.').count() > 2)
                .filter(name -> name.startsWith(OURS))
                .map(name -> name.substring(OURS.length(), name.indexOf('.', OURS.length())))
                .collect(Collectors.toSet());
    }

    private record Contrat(String nom, String owes, Set<String> modules, Function<ExempleDeModule, String> without) {}
}
