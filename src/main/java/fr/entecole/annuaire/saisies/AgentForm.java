package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Fonction;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the form of an agent sends, as typed. All of it is given back when something is to be corrected.
///
/// @param commune INSEE code or name
/// @param fin last day, `2026-11-30`; empty when none is known
/// @param autre not empty when it is said that this is another person than the one who looks like them
/// @param vu print of the record as the page showed it
record AgentForm(
        @Nullable String profil,
        @Nullable String civilite,
        @Nullable String prenom,
        @Nullable String nom,
        @Nullable String courriel,
        @Nullable String commune,
        @Nullable UUID circonscription,
        @Nullable String fin,
        @Nullable String autre,
        @Nullable String vu) {

    static final AgentForm EMPTY = new AgentForm(null, null, null, null, null, null, null, null, null, null);

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
        if (profilChoisi().isPresent() && !deCommune() && !typed(commune).isEmpty()) {
            erreurs.add(
                    "commune",
                    t(
                            "Ce que fait cette personne n’est pas d’une commune : laissez ce champ vide, ou changez ce qu’elle fait."));
        }
        if (deCirconscription() && circonscription == null && fonctionChoisie() == null) {
            erreurs.add("circonscription", t("Choisissez la circonscription."));
        }
        if (profilChoisi().isPresent() && !deCirconscription() && circonscription != null) {
            erreurs.add(
                    "circonscription",
                    t(
                            "Ce que fait cette personne n’est pas d’une circonscription : choisissez « Aucune », ou changez ce qu’elle fait."));
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

    /// A last day long past would have the record erased the same night.
    ///
    /// @param earliest that may be written now
    /// @param said already
    void day(Erreurs erreurs, LocalDate earliest, @Nullable LocalDate said) {
        var day = dernierJour();
        if (day != null && day.isBefore(earliest) && !day.equals(said)) {
            erreurs.add("fin", t("Le dernier jour n’est pas avant le {0}.", Dates.words(earliest)));
        }
    }

    /// What somebody else wrote while this was being typed, each beside its field.
    ///
    /// @param now the record
    Erreurs meanwhile(LectureDesAgents.Agent now) {
        var erreurs = new Erreurs();
        var other = now.form();
        if (typed(vu).isEmpty() || typed(vu).equals(now.vu())) {
            return erreurs;
        }
        meanwhile(erreurs, "profil", typed(profil), typed(other.profil), now.qui());
        meanwhile(erreurs, "prenom", typed(prenom), typed(other.prenom), typed(other.prenom));
        meanwhile(erreurs, "nom", typed(nom), typed(other.nom), typed(other.nom));
        meanwhile(erreurs, "courriel", typed(courriel), typed(other.courriel), typed(other.courriel));
        meanwhile(erreurs, "commune", typed(commune), typed(other.commune), typed(now.commune()));
        meanwhile(
                erreurs,
                "circonscription",
                String.valueOf(circonscription),
                String.valueOf(other.circonscription),
                typed(now.circonscription()));
        meanwhile(erreurs, "fin", typed(fin), typed(other.fin), now.dernierJour());
        return erreurs;
    }

    private static void meanwhile(Erreurs erreurs, String field, String mine, String theirs, String words) {
        if (!mine.equals(theirs)) {
            erreurs.add(
                    field,
                    words.isEmpty()
                            ? t(
                                    "Quelqu’un a changé cette fiche entre-temps : ce champ y est vide. Gardez ce que vous avez écrit, ou videz-le, puis enregistrez.")
                            : t(
                                    "Quelqu’un a changé cette fiche entre-temps : elle dit « {0} ». Gardez ce que vous avez écrit, ou reprenez-le, puis enregistrez.",
                                    words));
        }
    }

    /// The same, as if it had been opened now.
    AgentForm seen(String print) {
        return new AgentForm(profil, civilite, prenom, nom, courriel, commune, circonscription, fin, autre, print);
    }

    @Nullable
    LocalDate dernierJour() {
        return Dates.typed(typed(fin)).orElse(null);
    }

    /// The fields that differ, by their names in the form: `courriel,fin`; empty where none does.
    static String changed(Saisies.Agent before, Saisies.Agent after) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("profil", before.profil() == after.profil() && Objects.equals(before.fonction(), after.fonction()));
        same.put("civilite", Objects.equals(before.civilite(), after.civilite()));
        same.put("prenom", before.prenom().equals(after.prenom()));
        same.put("nom", before.nom().equals(after.nom()));
        same.put("courriel", Objects.equals(before.courriel(), after.courriel()));
        same.put("commune", Objects.equals(before.commune(), after.commune()));
        same.put("circonscription", Objects.equals(before.circonscription(), after.circonscription()));
        same.put("fin", Objects.equals(before.fin(), after.fin()));
        return same.entrySet().stream()
                .filter(champ -> !champ.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
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
