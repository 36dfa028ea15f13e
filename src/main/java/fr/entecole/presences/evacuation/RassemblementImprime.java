package fr.entecole.presences.evacuation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.papier.TableauImprime;
import fr.entecole.presences.Mots;
import fr.entecole.presences.evacuation.Rassemblement.Enfant;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// On paper: a sheet a class, to tick with a pencil; the exercises of a year.
final class RassemblementImprime {

    private RassemblementImprime() {}

    static List<TableauImprime> of(List<Rassemblement> classes, Instant now) {
        return classes.stream().map(classe -> of(classe, now)).toList();
    }

    private static TableauImprime of(Rassemblement classe, Instant now) {
        var lignes = new ArrayList<List<String>>();
        classe.la().forEach(e -> lignes.add(List.of(e.nom(), "", known(e))));
        classe.absents().forEach(e -> lignes.add(List.of(e.nom(), "–", t("absent"))));
        classe.partis().forEach(e -> lignes.add(List.of(e.nom(), "–", known(e))));
        return new TableauImprime(
                t("Qui est là\u00a0: {0}", classe.classe().libelle()),
                classe.classe().ecole(),
                t(
                                "{0}, {1}. {2} {3}",
                                Dates.words(now.atZone(Calendrier.PARIS).toLocalDate()),
                                Mots.heure(now),
                                source(classe),
                                counts(classe))
                        .strip(),
                List.of(t("Élève"), t("Retrouvé"), t("À savoir")),
                lignes);
    }

    /// « Appel du matin, 8 h 41, Claire Estève. », after the one that was taken back.
    static String source(Rassemblement classe) {
        var repris = classe.repris();
        return repris == null
                ? held(classe)
                : t(
                        "{0} est repris, {1}, {2}\u00a0: il ne dit plus rien. {3}",
                        Mots.titre(repris.moment()), Mots.heure(repris.faitLe()), repris.auteur(), held(classe));
    }

    private static String held(Rassemblement classe) {
        var appel = classe.appel();
        if (appel != null) {
            return t(
                    "{0}, {1}, {2}.",
                    Mots.titre(appel.moment()).replaceFirst("^L’a", "A"), Mots.heure(appel.faitLe()), appel.auteur());
        }
        return classe.repris() == null
                ? t("Pas encore d’appel aujourd’hui\u00a0: toute la classe est à retrouver.")
                : t("Aucun appel ne tient aujourd’hui\u00a0: toute la classe est à retrouver.");
    }

    /// Nobody is said to be there where no roll says so.
    static String counts(Rassemblement classe) {
        long announced = classe.la().stream().filter(Enfant::annonce).count();
        var told = announced == 0
                ? ""
                : t(
                        "{0, plural, one {Une absence annoncée} other {# absences annoncées}} par les familles.",
                        announced);
        if (classe.appel() == null) {
            return told;
        }
        var counted = t(
                "{0} là, {1, plural, =0 {aucun absent} one {# absent} other {# absents}}, {2, plural, =0 {aucun parti} one {# parti} other {# partis}}.",
                classe.la().size(), classe.absents().size(), classe.partis().size());
        return told.isEmpty() ? counted : counted + " " + told;
    }

    static String known(Enfant enfant) {
        var said = enfant.parti() != null
                ? t("part à {0}", Mots.heure(enfant.parti()))
                : enfant.arrive() != null ? t("arrivé à {0}", Mots.heure(enfant.arrive())) : "";
        var announced = enfant.annonce() ? t("absence annoncée par la famille") : "";
        return Stream.of(said, announced).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    }

    static TableauImprime of(List<Exercice> exercices, AnneeScolaire annee, String lieu) {
        return new TableauImprime(
                t("Les exercices d’évacuation"),
                lieu,
                t("Année scolaire {0}, pour le plan de mise en sûreté de l’école.", annee),
                List.of(t("Jour et heure"), t("Exercice"), t("Durée"), t("Attendus"), t("Manquants"), t("Remarques")),
                exercices.stream()
                        .map(e -> List.of(
                                quand(e),
                                e.genre().libelle(),
                                e.duree(),
                                String.valueOf(e.attendus()),
                                String.valueOf(Objects.requireNonNullElse(e.manquants(), 0)),
                                e.remarques()))
                        .toList());
    }

    static String quand(Exercice exercice) {
        return t(
                "{0}, {1}",
                Dates.words(exercice.debut().atZone(Calendrier.PARIS).toLocalDate()), Mots.heure(exercice.debut()));
    }
}
