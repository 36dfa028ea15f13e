package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.saisies.FinsDesFamilles.FinDeLien;
import fr.entecole.annuaire.saisies.FinsDesFamilles.Origine;
import fr.entecole.annuaire.saisies.LiensFinis;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a link is over, as typed.
record FinForm(String origine, String motif, String decision) {

    static final FinForm EMPTY = new FinForm("", "", "");

    FinForm(@Nullable String origine, @Nullable String motif, @Nullable String decision) {
        this.origine = typed(origine);
        this.motif = typed(motif);
        this.decision = typed(decision);
    }

    static List<Option> origines() {
        return Option.all(List.of(Origine.values()), Origine::name, LiensFinis::mots);
    }

    private Optional<Origine> chosen() {
        return Stream.of(Origine.values()).filter(o -> o.name().equals(origine)).findFirst();
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        if (chosen().isEmpty()) {
            erreurs.add("origine", t("Choisissez d’où cela vient."));
        }
        CorrectionForm.reason(erreurs, motif);
        var day = Dates.typed(decision);
        if (decision.isEmpty()) {
            erreurs.add(
                    "decision",
                    chosen().filter(Origine.JUSTICE::equals).isPresent()
                            ? t("Écrivez la date de la décision de justice : elle est en tête du papier.")
                            : "");
        } else if (day.filter(d -> !d.isAfter(today)).isEmpty()) {
            erreurs.add("decision", t("La date de la décision est aujourd’hui ou avant."));
        }
        return erreurs;
    }

    /// Of one without errors.
    FinDeLien fin(UUID par) {
        return new FinDeLien(
                chosen().orElseThrow(), motif, Dates.typed(decision).orElse(null), par);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
