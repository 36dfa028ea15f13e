package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import fr.entecole.annuaire.aaf.lecture.Texte;
import fr.entecole.annuaire.noms.Niveau;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How attributes become columns: a bad optional value is dropped with a warning, the record is kept (reference §9).
final class Lectures {

    /// Letters of a text; a word of a name is a key of the search, which PostgreSQL takes up to 2,046 bytes.
    static final int TEXTE_MAX = 500;
    /// Letters of what is looked up: ids, codes.
    static final int CLE_MAX = 64;

    private Lectures() {}

    static @Nullable String text(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        return valeur == null ? null : bounded(valeur, e, attribut, s);
    }

    /// As [#text], where another column of the same attribute has told what is too long.
    private static @Nullable String unsaid(Enregistrement e, String attribut) {
        var valeur = e.first(attribut);
        return valeur == null || valeur.length() > TEXTE_MAX ? null : valeur;
    }

    /// A name that people can read: one letter or figure at least, and none that was lost on the way.
    static @Nullable String name(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            return null;
        }
        if (isName(valeur)) {
            return bounded(valeur, e, attribut, s);
        }
        s.warn("nom-illisible", attribut, t("{0} n’a aucune lettre, ou en a perdu : il est ignoré.", attribut), e.id());
        return null;
    }

    private static boolean isName(String valeur) {
        return valeur.indexOf(Texte.PERDUE) < 0 && valeur.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static String names(Enregistrement e, String attribut, Signalements s) {
        return Champ.array(e.values(attribut).stream()
                .filter(Lectures::isName)
                .filter(nom -> bounded(nom, e, attribut, s) != null)
                .toList());
    }

    static @Nullable String key(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        return valeur == null ? null : within(CLE_MAX, valeur, e, attribut, s);
    }

    static @Nullable String bounded(String valeur, Enregistrement e, String attribut, Signalements s) {
        return within(TEXTE_MAX, valeur, e, attribut, s);
    }

    static @Nullable String within(int max, String valeur, Enregistrement e, String attribut, Signalements s) {
        if (valeur.length() <= max) {
            return valeur;
        }
        s.warn(
                "valeur-trop-longue",
                attribut,
                t(
                        "Une valeur de {0} dépasse {1, plural, one {# caractère} other {# caractères}} : elle est ignorée.",
                        attribut, max),
                e.id());
        return null;
    }

    static @Nullable String date(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            return null;
        }
        var date = Decoupage.date(valeur);
        if (date.isEmpty()) {
            s.warn("date-impossible", attribut, t("La date {0} est impossible : elle est ignorée.", attribut), e.id());
            return null;
        }
        return date.get().toString();
    }

    static @Nullable String yesOrNo(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            return null;
        }
        var oui = Decoupage.yesOrNo(valeur);
        if (oui.isEmpty()) {
            s.warn("valeur-inattendue", attribut, t("{0} n’est ni O ni N : valeur ignorée.", attribut), e.id());
            return null;
        }
        return oui.get() ? "t" : "f";
    }

    static @Nullable String civilite(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            return null;
        }
        return switch (Verifications.upper(valeur).replace(".", "")) {
            case "M", "MR", "MONSIEUR" -> "M.";
            case "MME", "MLLE", "MADAME" -> "Mme";
            default -> {
                s.warn("civilite-inconnue", attribut, t("La civilité n’est ni M. ni Mme : elle est ignorée."), e.id());
                yield null;
            }
        };
    }

    static String all(Enregistrement e, String attribut, Signalements s) {
        return Champ.array(e.values(attribut).stream()
                .filter(valeur -> bounded(valeur, e, attribut, s) != null)
                .toList());
    }

    static String address(Enregistrement e, String attribut, Signalements s) {
        var valeur = text(e, attribut, s);
        return Champ.array(valeur == null ? List.of() : Decoupage.lines(valeur));
    }

    static @Nullable String mail(Enregistrement e, String attribut, Signalements s) {
        return kept(e, attribut, s, Verifications::mail, "courriel-invalide", "L’adresse de courriel n’en est pas une");
    }

    static @Nullable String telephone(Enregistrement e, String attribut, Signalements s) {
        return kept(e, attribut, s, Verifications::telephone, "telephone-invalide", "Le téléphone n’en est pas un");
    }

    static @Nullable String codePostal(Enregistrement e, String attribut, Signalements s) {
        return kept(
                e, attribut, s, Verifications::codePostal, "code-postal-invalide", "Le code postal n’en est pas un");
    }

    private static @Nullable String kept(
            Enregistrement e, String attribut, Signalements s, Predicate<String> juste, String code, String constat) {
        var valeur = e.first(attribut);
        if (valeur == null || (valeur.length() <= TEXTE_MAX && juste.test(valeur))) {
            return valeur;
        }
        s.warn(code, attribut, t("{0} ({1}) : valeur ignorée.", constat, attribut), e.id());
        return null;
    }

    static @Nullable String ine(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        if (valeur == null) {
            if (e.lists(attribut)) {
                s.warn("ine-absent", attribut, t("L’élève n’a pas d’INE."), e.id());
            }
            return null;
        }
        var ine = Verifications.upper(valeur);
        if (!Verifications.ine(ine)) {
            s.warn("ine-invalide", attribut, t("L’INE n’a pas la bonne forme : il est ignoré."), e.id());
            return null;
        }
        return ine;
    }

    static @Nullable String niveauCode(Enregistrement e, String attribut, Signalements s) {
        var valeur = text(e, attribut, s);
        return valeur == null ? null : before(valeur);
    }

    static @Nullable String niveau(Enregistrement e, String attribut, Signalements s) {
        var valeur = unsaid(e, attribut);
        if (valeur == null) {
            return null;
        }
        var connu = Niveau.ofCode(before(valeur));
        if (connu.isPresent()) {
            return connu.get().name();
        }
        s.warn(
                "niveau-inconnu",
                attribut,
                t("Le niveau n’est pas dans la nomenclature : il est gardé tel quel."),
                e.id());
        return after(valeur);
    }

    static @Nullable String cycle(Enregistrement e, String attribut, Signalements s) {
        var valeur = e.first(attribut);
        var connu = valeur == null ? Optional.<Niveau>empty() : Niveau.ofCode(before(valeur));
        if (connu.isPresent()) {
            return connu.get().cycle();
        }
        var cycle = unsaid(e, "ENTEleveCycle");
        return cycle == null ? null : before(cycle);
    }

    /// The code of a `code$label` value.
    static @Nullable String code(Enregistrement e, String attribut, Signalements s) {
        var valeur = text(e, attribut, s);
        return valeur == null ? null : before(valeur);
    }

    /// The label of a `code$label` value; a value without code is a label.
    static @Nullable String label(Enregistrement e, String attribut, Signalements s) {
        var valeur = unsaid(e, attribut);
        return valeur == null ? null : after(valeur);
    }

    static @Nullable String uai(Enregistrement e, String attribut, Signalements s) {
        var valeur = key(e, attribut, s);
        if (valeur == null) {
            return null;
        }
        var uai = Verifications.upper(valeur);
        if (!Verifications.uai(uai)) {
            s.warn("uai-invalide", attribut, t("Le code UAI n’a pas la bonne clé : il est gardé tel quel."), e.id());
        }
        return uai;
    }

    static @Nullable String siret(Enregistrement e, String attribut, Signalements s) {
        var valeur = key(e, attribut, s);
        if (valeur != null && !Verifications.siret(valeur)) {
            s.warn("siret-invalide", attribut, t("Le SIRET n’a pas la bonne clé : il est gardé tel quel."), e.id());
        }
        return valeur;
    }

    private static String before(String valeur) {
        int fin = valeur.indexOf('$');
        return fin < 0 ? valeur : valeur.substring(0, fin).strip();
    }

    private static @Nullable String after(String valeur) {
        var label = valeur.substring(valeur.indexOf('$') + 1).strip();
        return label.isEmpty() ? null : label;
    }
}
