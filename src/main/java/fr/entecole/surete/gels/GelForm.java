package fr.entecole.surete.gels;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whose sending is to be frozen, and where.
///
/// @param qui words of [Qui]
/// @param lieu `REGION`, `011` for a département, the id of a school that one directs
/// @param ecole code or name of one school, which then is meant; empty: [#lieu] is
record GelForm(List<String> qui, String lieu, String ecole, String motif) {

    private static final int LONGEST = 300;

    GelForm(@Nullable List<String> qui, @Nullable String lieu, @Nullable String ecole, @Nullable String motif) {
        this.qui = qui == null ? List.of() : qui;
        this.lieu = Objects.requireNonNullElse(lieu, "").strip();
        this.ecole = Objects.requireNonNullElse(ecole, "").strip();
        this.motif = Objects.requireNonNullElse(motif, "").strip();
    }

    static GelForm empty() {
        return new GelForm(List.of(), "", "", "");
    }

    List<Qui> profils() {
        return Arrays.stream(Qui.values()).filter(q -> qui.contains(q.name())).toList();
    }

    Erreurs erreurs() {
        var erreurs = new Erreurs();
        if (profils().isEmpty()) {
            erreurs.add("qui", t("Choisissez au moins un profil."));
        }
        if (motif.isEmpty() || motif.length() > LONGEST) {
            erreurs.add(
                    "motif",
                    t(
                            "Dites pourquoi, en {0} caractères au plus\u00a0: ces personnes le lisent, sauf les élèves.",
                            LONGEST));
        }
        return erreurs;
    }

    static String mot(Qui qui) {
        return switch (qui) {
            case RESPONSABLES -> t("Les familles");
            case ELEVES -> t("Les élèves");
            case EQUIPE -> t("Les équipes");
            case DIRECTIONS -> t("Les directions");
        };
    }
}
