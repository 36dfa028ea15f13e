package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.liaison.Ajout;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.Information;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.ecriture.Attente.Remise;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a correction changes beside the words: what the kind says of itself, the last day of the answers. A form that
/// says nothing of them keeps them.
@Component
class Retouches {

    /// Of the form on which answering again was proposed: what it says of it is what its author wants.
    static final String PROPOSE = "propose";

    private final Genres genres;
    private final Lectures lectures;
    private final Gabarits gabarits;
    private final Selection selection;
    private final RemiseDesMots remise;

    Retouches(Genres genres, Lectures lectures, Gabarits gabarits, Selection selection, RemiseDesMots remise) {
        this.genres = genres;
        this.lectures = lectures;
        this.gabarits = gabarits;
        this.selection = selection;
        this.remise = remise;
    }

    /// @param champs as typed; what does not change is not judged again
    Retouche of(Mot mot, Champs champs, LocalDate today, Erreurs erreurs) {
        var genre = genres.of(mot.genre());
        var standing = lectures.read(genre.correctable(mot));
        var changed = changed(standing, champs);
        boolean moved = dates(mot)
                && champs.valeurs().containsKey("avant")
                && !avant(mot).equals(champs.one("avant"));
        if (moved) {
            var delivered = Dates.typed(champs.one("jour")).orElse(Dates.day(mot.visibleLe()));
            MotForm.refusDAvant(champs.one("avant"), today)
                    .or(() -> Dates.typed(champs.one("avant"))
                            .filter(delivered::isAfter)
                            .map(_ -> t("Laissez répondre après la remise du mot.")))
                    .ifPresent(refus -> erreurs.add("avant", refus));
        }
        boolean judged = !changed.isEmpty() || moved && !standing.valeurs().isEmpty() && sent(standing, champs);
        var ajout = judged ? genre.accept(champs, today, erreurs) : Ajout.none();
        return new Retouche(
                changed.isEmpty() ? null : ajout,
                moved,
                Dates.typed(champs.one("avant")).orElse(null),
                genre.asksAgain(changed));
    }

    /// Its day and whom it is for, as long as nobody can read it; a form that says nothing of them keeps them.
    @Nullable
    Remise planned(Page page, Utilisateur utilisateur, Mot mot, MotForm form, Erreurs erreurs) {
        if (form.jour().isEmpty() && form.pour().isEmpty()) {
            return null;
        }
        var familles = mot.genre().equals(Information.CODE)
                ? selection.accepted(utilisateur, Champ.FAMILLES, form.pour())
                : mot.familles();
        if (familles.isEmpty()
                || familles.stream().anyMatch(pour -> !pour.ecoleId().equals(mot.ecoleId()))) {
            erreurs.add("pour", t("Choisissez des familles de la même école."));
        }
        form.refusDuJour(page.aujourdhui()).ifPresent(refus -> erreurs.add("jour", refus));
        boolean same = form.jour().equals(MotForm.of(mot).jour());
        var visible = same
                ? mot.visibleLe()
                : remise.of(mot.ecoleId(), form.plusTard().orElse(null)).orElse(mot.visibleLe());
        return new Remise(familles, form.aussiEleves(), visible);
    }

    private static boolean sent(Champs standing, Champs champs) {
        return standing.valeurs().keySet().stream().anyMatch(champs.valeurs()::containsKey);
    }

    private static Set<String> changed(Champs standing, Champs champs) {
        return !sent(standing, champs)
                ? Set.of()
                : standing.valeurs().keySet().stream()
                        .filter(nom -> !standing.one(nom).equals(champs.one(nom)))
                        .collect(Collectors.toSet());
    }

    /// Whether its last day may change here: a kind that asks in its own way has days of its own.
    static boolean dates(Mot mot) {
        return mot.demande().asks() && mot.demande().attendu() != Attendu.PROPRE;
    }

    static String avant(Mot mot) {
        var avant = mot.demande().avant();
        return avant == null ? "" : avant.toString();
    }

    /// The fields of the kind, with what was typed or as they stand; none where none may change.
    List<Content> fields(Page page, Mot mot, Champs typed) {
        var genre = genres.of(mot.genre());
        var standing = lectures.read(genre.correctable(mot));
        if (standing.valeurs().isEmpty()) {
            return List.of();
        }
        var shown = sent(standing, typed) ? typed : standing;
        return genre.fields(shown, page.aujourdhui()).stream()
                .map(encart -> {
                    Map<String, Object> of = new HashMap<>(encart.parametres());
                    of.put("page", page);
                    return gabarits.part(encart.gabarit(), of);
                })
                .toList();
    }

    /// @param ajout what the kind keeps; null where nothing of it changes
    /// @param moved whether the last day of the answers changes
    /// @param avant that day; null: none
    /// @param redemande what changes is what was answered
    record Retouche(
            @Nullable Ajout ajout, boolean moved, @Nullable LocalDate avant, boolean redemande) {

        boolean changes() {
            return ajout != null || moved;
        }

        /// Nobody is asked again what they cannot answer any more.
        void judgeAgain(Mot mot, boolean resigner, LocalDate today, Erreurs erreurs) {
            var last = moved ? avant : mot.demande().avant();
            if (resigner && last != null && last.isBefore(today)) {
                erreurs.add(
                        "avant", t("Ce jour est passé\u00a0: choisissez-en un autre pour redemander les réponses."));
            }
        }

        /// Proposes once that the answers be given again.
        ///
        /// @return whether the form comes back for it
        boolean proposes(Mot mot, Champs champs, boolean resigner, Erreurs erreurs) {
            boolean proposes = redemande
                    && mot.demande().asks()
                    && !resigner
                    && champs.one(PROPOSE).isEmpty();
            if (proposes) {
                erreurs.add(
                        "resigner",
                        t(
                                "Le jour ou les heures changent\u00a0: les réponses déjà données valaient pour d’autres. La coche les redemande\u00a0; gardez-la ou ôtez-la, puis publiez."));
            }
            return proposes;
        }
    }
}
