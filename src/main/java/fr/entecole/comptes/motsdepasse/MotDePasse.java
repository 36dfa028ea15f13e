package fr.entecole.comptes.motsdepasse;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Hachage;
import fr.entecole.socle.Profil;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an adult's password must be, in the shapes that the CNIL gives as examples (délibération 2022-100 of 21 July
/// 2022): 50 bits, since the door is slowed, and 80 for those who hold powers over others; none that others would try
/// first. A change is asked for only when one gains powers over others. ADR 0012.
public final class MotDePasse {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private MotDePasse() {}

    /// How strong it must be.
    public enum Force {
        BITS_50(8, 8, 5, 5),
        BITS_80(14, 12, 7, 7);

        /// @see #isLongEnough
        final int deTrois;

        final int deQuatre;
        final int mots;
        final int differents;

        Force(int deTrois, int deQuatre, int mots, int differents) {
            this.deTrois = deTrois;
            this.deQuatre = deQuatre;
            this.mots = mots;
            this.differents = differents;
        }

        static Force of(Profil profil) {
            return switch (profil) {
                case ELEVE, PARENT, ENSEIGNANT, PERSONNEL, CONTRIBUTEUR, FINANCES -> BITS_50;
                case DIRECTEUR, REFERENT_VILLE, MAIRE, ERUN, IEN, ASSISTANCE, ADMINISTRATEUR, DPO -> BITS_80;
            };
        }

        /// The rule, as the page says it before anyone types: what a script can watch first.
        List<Condition> conditions() {
            return this == BITS_50
                    ? List.of(
                            new Condition("longueur", t("8 caractères au moins, ou 5 mots")),
                            new Condition(
                                    "sortes",
                                    t("Trois sortes : minuscules, majuscules, chiffres, signes (sauf pour 5 mots)")),
                            new Condition("", t("Ni un mot de passe courant, ni votre nom")))
                    : List.of(
                            new Condition("longueur", t("14 caractères au moins, ou 12 avec un signe, ou 7 mots")),
                            new Condition(
                                    "sortes", t("Des minuscules, des majuscules et des chiffres (sauf pour 7 mots)")),
                            new Condition("", t("Ni un mot de passe courant, ni votre nom")));
        }
    }

    /// @param code which of its conditions the page's script watches, empty when only the server can tell
    record Condition(String code, String mots) {}

    /// @param login whose it will be: it must not hold their name
    /// @param lieux names of the person's own places, which others would try
    /// @return what is wrong with it, said to the person; empty when it will do
    static Optional<String> refusal(Force force, String motDePasse, String login, Collection<String> lieux) {
        if (motDePasse.length() > Hachage.LONGEST) {
            return Optional.of(t("Ce mot de passe est trop long : 256 caractères au plus."));
        }
        if (!isLongEnough(force, motDePasse)) {
            return Optional.of(
                    force == Force.BITS_50
                            ? t(
                                    "Ce mot de passe n’est pas assez long ou pas assez varié : 8 caractères de trois sortes, ou 5 mots.")
                            : t(
                                    "Ce mot de passe n’est pas assez long ou pas assez varié : 14 caractères, ou 12 avec un signe, ou 7 mots."));
        }
        return tooEasy(force, motDePasse, lieux)
                .or(() -> contained(motDePasse, login)
                        .map(nom -> t(
                                "Ce mot de passe contient votre nom ou votre identifiant, « {0} » : retirez-le.",
                                nom)));
    }

    private static Optional<String> tooEasy(Force force, String motDePasse, Collection<String> lieux) {
        if (motDePasse.codePoints().distinct().count() < force.differents) {
            return Optional.of(t("Ce mot de passe est trop facile à deviner : il répète les mêmes signes."));
        }
        return words(motDePasse) >= force.mots
                ? Optional.empty()
                : MotsCourants.weakness(motDePasse, lieux)
                        .map(weak -> t("Ce mot de passe est trop facile à deviner : {0}", weak.phrase()));
    }

    /// What the page can tick of a password, condition by condition.
    static boolean meets(Condition condition, Force force, String motDePasse, String login, Collection<String> lieux) {
        return switch (condition.code()) {
            case "longueur" -> isLongEnough(force, motDePasse, true);
            case "sortes" -> words(motDePasse) >= force.mots || kinds(motDePasse) >= 3;
            default -> refusal(force, motDePasse, login, lieux).isEmpty();
        };
    }

    /// What a password that was accepted is worth.
    public static Force reached(String motDePasse) {
        return refusal(Force.BITS_80, motDePasse, "", List.of()).isEmpty() ? Force.BITS_80 : Force.BITS_50;
    }

    private static boolean isLongEnough(Force force, String motDePasse) {
        return isLongEnough(force, motDePasse, kinds(motDePasse) >= 3);
    }

    private static boolean isLongEnough(Force force, String motDePasse, boolean varied) {
        int length = motDePasse.codePointCount(0, motDePasse.length());
        return words(motDePasse) >= force.mots
                || (varied && length >= force.deTrois)
                || (kinds(motDePasse) == 4 && length >= force.deQuatre);
    }

    private static long kinds(String motDePasse) {
        return Stream.<IntPredicate>of(
                        Character::isLowerCase,
                        Character::isUpperCase,
                        Character::isDigit,
                        c -> !Character.isLetterOrDigit(c))
                .filter(sorte -> motDePasse.codePoints().anyMatch(sorte))
                .count();
    }

    private static long words(String motDePasse) {
        return Arrays.stream(BLANKS.split(motDePasse.strip()))
                .filter(word -> word.length() > 1)
                .distinct()
                .count();
    }

    private static Optional<String> contained(String motDePasse, String login) {
        var letters = MotsCourants.letters(motDePasse);
        return Arrays.stream(login.split("\\.", -1))
                .map(MotsCourants::letters)
                .filter(part -> part.length() > 3 && letters.contains(part))
                .findFirst();
    }
}
