package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Publics.Familles;
import fr.entecole.annuaire.Publics.Garde;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Compte;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where each guardian stands with a mot, among those for whom it is today. Who is kept out of a child is not there.
/// Three statements in two steps, whatever its publics, which what a page asks besides may share.
@Component
public class LectureDuSuivi {

    private final Lectures lectures;
    private final Publics publics;

    LectureDuSuivi(Lectures lectures, Publics publics) {
        this.lectures = lectures;
        this.publics = publics;
    }

    public Suivi of(Mot mot) {
        return lectures.read(lecture(mot)).suivi();
    }

    /// The same, for a page that reads several things at once.
    public Lecture<Lu> lecture(Mot mot) {
        return publics.lectureFamilles(mot.ecoleId(), mot.familles()).then(familles -> {
            var gardes = familles.enfants().stream()
                    .flatMap(enfant -> enfant.gardes().stream())
                    .map(Garde::id)
                    .collect(Collectors.toSet());
            return Membres.lecture(gardes)
                    .with(
                            Traces.of(mot, gardes),
                            (comptes, traces) -> new Lu(suivi(mot, familles, comptes, traces), familles.mots()));
        });
    }

    /// The same, with what else is read.
    public <T, U> U with(Mot mot, Lecture<T> besides, BiFunction<Suivi, T, U> join) {
        return lectures.read(lecture(mot).with(besides, (lu, other) -> join.apply(lu.suivi, other)));
    }

    private static Suivi suivi(Mot mot, Familles familles, Map<UUID, Compte> comptes, Traces traces) {
        var order = Collator.getInstance(Locale.FRENCH);
        return new Suivi(
                mot.demande(),
                familles.enfants().stream()
                        .map(enfant -> enfant(mot, enfant, comptes, traces))
                        .sorted(Comparator.comparing(Enfant::nom, order))
                        .toList());
    }

    /// Two entries of the directory that are one person are told once, and have read and answered once.
    private static Enfant enfant(Mot mot, Publics.Enfant enfant, Map<UUID, Compte> comptes, Traces traces) {
        Map<UUID, Responsable> once = new LinkedHashMap<>();
        enfant.gardes().forEach(garde -> {
            var one = responsable(mot, enfant.id(), garde, comptes.get(garde.id()), traces);
            once.merge(one.quelquUn(), one, (a, b) -> a.etat().compareTo(b.etat()) <= 0 ? a : b);
        });
        return new Enfant(enfant.id(), enfant.nom(), new ArrayList<>(once.values()));
    }

    private static Responsable responsable(Mot mot, UUID eleve, Garde garde, @Nullable Compte compte, Traces traces) {
        var personne = garde.id();
        var lu = traces.lus().get(personne);
        var dit = traces.dit(eleve, personne, mot);
        var papier = traces.papiers().get(personne);
        boolean here = compte != null && compte.enUsage();
        return new Responsable(
                personne,
                compte == null ? personne : compte.id(),
                garde.nom(),
                dit != null
                        ? Etat.REPONDU
                        : lu != null ? Etat.LU : here && papier == null ? Etat.PAS_ENCORE : Etat.INJOIGNABLE,
                lu == null ? null : lu.le(),
                lu != null && lu.numero() == mot.numero(),
                raison(garde, compte, traces),
                dit,
                traces.relances().get(personne),
                traces.talons().get(Traces.cle(eleve, personne)),
                papier);
    }

    private static String raison(Garde garde, @Nullable Compte compte, Traces traces) {
        if (garde.organisme()) {
            return t("un organisme n’a pas de compte");
        }
        if (compte == null) {
            return t("n’a pas de compte");
        }
        if (!compte.enUsage()) {
            return t("n’est jamais venu ici");
        }
        return traces.refusees().contains(garde.id()) ? t("son courriel revient") : "";
    }

    /// @param pour for whom it is, in words
    public record Lu(Suivi suivi, String pour) {}
}
