package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// Where each guardian stands with a mot, among those for whom it is today. Who is kept out of a child is not there.
/// Three statements a public, and one, which what a page asks besides may share.
@Component
public class LectureDuSuivi {

    private final Lectures lectures;
    private final Membres membres;
    private final Publics publics;
    private final Appellations appellations;

    LectureDuSuivi(Lectures lectures, Membres membres, Publics publics, Appellations appellations) {
        this.lectures = lectures;
        this.membres = membres;
        this.publics = publics;
        this.appellations = appellations;
    }

    public Suivi of(Mot mot) {
        return with(mot, Lecture.known(true), (suivi, _) -> suivi);
    }

    /// The same, with what else a page reads.
    public <T, U> U with(Mot mot, Lecture<T> besides, BiFunction<Suivi, T, U> join) {
        Map<UUID, Map<UUID, Joignable>> enfants = new LinkedHashMap<>();
        for (var pour : mot.familles()) {
            publics.each(pupils(pour), m -> enfants.putIfAbsent(m.personneId(), new LinkedHashMap<>()));
            membres.each(pour, joignable -> {
                var membre = joignable.membre();
                var eleve = membre.eleveId();
                if (!membre.ecarte() && eleve != null) {
                    enfants.computeIfAbsent(eleve, _ -> new LinkedHashMap<>()).put(membre.personneId(), joignable);
                }
            });
        }
        return lectures.read(appellations
                .lecturePersonnes(ids(enfants))
                .with(Traces.of(mot), (noms, traces) -> suivi(mot, enfants, noms, traces))
                .with(besides, join));
    }

    private static Suivi suivi(
            Mot mot, Map<UUID, Map<UUID, Joignable>> enfants, Map<UUID, String> noms, Traces traces) {
        var order = Collator.getInstance(Locale.FRENCH);
        return new Suivi(
                mot.demande(),
                enfants.entrySet().stream()
                        .map(e -> enfant(mot, e.getKey(), e.getValue(), noms, traces))
                        .sorted(Comparator.comparing(Enfant::nom, order))
                        .toList());
    }

    private static Set<UUID> ids(Map<UUID, Map<UUID, Joignable>> enfants) {
        var ids = new HashSet<>(enfants.keySet());
        enfants.values().forEach(responsables -> ids.addAll(responsables.keySet()));
        return ids;
    }

    private static Public pupils(Public pour) {
        return new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles());
    }

    /// Two entries of the directory that are one person are told once, and have read and answered once.
    private static Enfant enfant(
            Mot mot, UUID id, Map<UUID, Joignable> responsables, Map<UUID, String> noms, Traces traces) {
        Map<UUID, Responsable> once = new LinkedHashMap<>();
        responsables.forEach((personne, joignable) -> {
            var one = responsable(mot, id, joignable, noms.getOrDefault(personne, ""), traces);
            once.merge(one.quelquUn(), one, (a, b) -> a.etat().compareTo(b.etat()) <= 0 ? a : b);
        });
        return new Enfant(id, noms.getOrDefault(id, ""), new ArrayList<>(once.values()));
    }

    private static Responsable responsable(Mot mot, UUID eleve, Joignable joignable, String nom, Traces traces) {
        var personne = joignable.membre().personneId();
        var lu = traces.lus().get(personne);
        var dit = traces.dit(eleve, personne, mot);
        var papier = traces.papiers().get(personne);
        return new Responsable(
                personne,
                joignable.quelquUn(),
                nom,
                dit != null
                        ? Etat.REPONDU
                        : lu != null
                                ? Etat.LU
                                : joignable.compte() && papier == null ? Etat.PAS_ENCORE : Etat.INJOIGNABLE,
                lu == null ? null : lu.le(),
                lu != null && lu.numero() == mot.numero(),
                raison(joignable, traces),
                dit,
                traces.relances().get(personne),
                traces.talons().get(Traces.cle(eleve, personne)),
                papier);
    }

    private static String raison(Joignable joignable, Traces traces) {
        var membre = joignable.membre();
        if (membre.organisme()) {
            return t("un organisme n’a pas de compte");
        }
        if (!joignable.compte()) {
            return joignable.quelquUn().equals(membre.personneId())
                    ? t("n’a pas de compte")
                    : t("n’est jamais venu ici");
        }
        return traces.refusees().contains(membre.personneId()) ? t("son courriel revient") : "";
    }
}
