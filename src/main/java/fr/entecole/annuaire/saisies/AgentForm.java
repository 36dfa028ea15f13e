package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Fonction;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the form of an agent sends, as typed. All of it is given back when something is to be corrected.
///
/// @param commune INSEE code or name
/// @param fin last day, `2026-11-30`; empty when none is known
record AgentForm(
        @Nullable String profil,
        @Nullable String civilite,
        @Nullable String prenom,
        @Nullable String nom,
        @Nullable String courriel,
        @Nullable String commune,
        @Nullable UUID circonscription,
        @Nullable String fin) {

    static final AgentForm EMPTY = new AgentForm(null, null, null, null, null, null, null, null);

    static final List<Profil> PROFILS = List.of(
            Profil.REFERENT_VILLE,
            Profil.CONTRIBUTEUR,
            Profil.FINANCES,
            Profil.MAIRE,
            Profil.ERUN,
            Profil.IEN,
            Profil.ASSISTANCE,
            Profil.DPO,
            Profil.ADMINISTRATEUR);
    /// What a profile of ours does not say: a function, and the profile under which its people come in.
    private static final Map<String, Profil> FONCTIONS = Map.of("CONSEILLER", Profil.ERUN, "DSDEN", Profil.IEN);
    private static final List<Profil> DE_COMMUNE =
            List.of(Profil.REFERENT_VILLE, Profil.CONTRIBUTEUR, Profil.FINANCES, Profil.MAIRE);
    private static final List<Profil> DE_CIRCONSCRIPTION = List.of(Profil.ERUN, Profil.IEN);
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern LETTER = Pattern.compile(".*\\p{L}.*");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final int LONGEST = 100;

    static String typed(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    static List<Option> fonctions() {
        return Stream.concat(
                        Stream.of(
                                new Option("CONSEILLER", Fonction.mots("CONSEILLER", "")),
                                new Option("DSDEN", Fonction.mots("DSDEN", ""))),
                        PROFILS.stream().map(p -> new Option(p.name(), p.libelle())))
                .toList();
    }

    Optional<Profil> profilChoisi() {
        var fonction = FONCTIONS.get(typed(profil));
        return fonction != null
                ? Optional.of(fonction)
                : PROFILS.stream().filter(p -> p.name().equals(typed(profil))).findFirst();
    }

    private @Nullable String fonctionChoisie() {
        return FONCTIONS.containsKey(typed(profil)) ? typed(profil) : null;
    }

    boolean deCommune() {
        return profilChoisi().filter(DE_COMMUNE::contains).isPresent();
    }

    private boolean deCirconscription() {
        return profilChoisi().filter(DE_CIRCONSCRIPTION::contains).isPresent();
    }

    /// @param communes INSEE codes that the commune's field may mean
    /// @return what is to be corrected
    Erreurs erreurs(List<String> communes) {
        var erreurs = new Erreurs();
        if (profilChoisi().isEmpty()) {
            erreurs.add("profil", t("Choisissez ce que cette personne fait."));
        }
        name(erreurs, "prenom", typed(prenom), t("Écrivez le prénom."));
        name(erreurs, "nom", typed(nom), t("Écrivez le nom."));
        if (!typed(courriel).isEmpty() && !COURRIEL.matcher(typed(courriel)).matches()) {
            erreurs.add("courriel", t("Cette adresse n’est pas complète : il y manque peut-être le @ ou la fin."));
        }
        if (deCommune() && communes.size() != 1) {
            erreurs.add(
                    "commune",
                    communes.isEmpty()
                            ? t(
                                    "Aucune commune de l’annuaire ne s’appelle ainsi. Écrivez son nom entier, ou son code INSEE.")
                            : t(
                                    "Plusieurs communes s’appellent ainsi : écrivez le code INSEE ({0}).",
                                    String.join(", ", communes)));
        }
        if (deCirconscription() && circonscription == null && fonctionChoisie() == null) {
            erreurs.add("circonscription", t("Choisissez la circonscription."));
        }
        if (!typed(fin).isEmpty() && dernierJour() == null) {
            erreurs.add("fin", t("Écrivez le dernier jour en entier, jour, mois et année."));
        }
        return erreurs;
    }

    private static void name(Erreurs erreurs, String field, String typed, String missing) {
        if (!LETTER.matcher(typed).matches()) {
            erreurs.add(field, missing);
        } else if (DIGIT.matcher(typed).find()) {
            erreurs.add(field, t("Un nom s’écrit sans chiffre."));
        } else if (typed.length() > LONGEST) {
            erreurs.add(field, t("C’est trop long : {0} caractères au plus.", LONGEST));
        }
    }

    @Nullable
    LocalDate dernierJour() {
        return Dates.typed(typed(fin)).orElse(null);
    }

    /// Once nothing is to be corrected.
    Saisies.Agent agent(List<String> communes) {
        return new Saisies.Agent(
                profilChoisi().orElseThrow(),
                typed(civilite).isEmpty() ? null : typed(civilite),
                typed(prenom),
                typed(nom),
                typed(courriel).isEmpty() ? null : typed(courriel),
                deCommune() ? communes.getFirst() : null,
                deCirconscription() ? circonscription : null,
                dernierJour(),
                fonctionChoisie());
    }
}
