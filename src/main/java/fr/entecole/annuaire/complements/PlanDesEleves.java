package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.complements.Effet.Sort;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.noms.Niveau;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Uuids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines of pupils: the same one by the INE, else by name and day of birth inside the school.
final class PlanDesEleves {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern TOGETHER = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}");
    /// What other programs write for a day that they do not know, and those of adults.
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Plan.Lecteur lecteur;

    PlanDesEleves(Plan.Lecteur lecteur) {
        this.lecteur = lecteur;
    }

    /// As files write it: 2017-03-01, 01/03/2017, 01032017.
    static Optional<LocalDate> day(String typed) {
        var slashed = DAY.matcher(typed);
        var together = TOGETHER.matcher(typed);
        if (slashed.matches()) {
            return Dates.typed(slashed.group(1), slashed.group(2), slashed.group(3));
        }
        return together.matches()
                ? Dates.typed(together.group(1), together.group(2), together.group(3))
                : Dates.typed(typed);
    }

    static boolean isName(String typed) {
        return LETTER.matcher(typed).find() && typed.length() <= 100;
    }

    /// @param nom whether there is at least a surname
    static Effet noName(FichierLu.Ligne ligne, String qui, boolean nom) {
        return nom
                ? Effet.refused(ligne, qui, Champ.PRENOM, t("Le prénom manque."))
                : Effet.refused(ligne, qui, Champ.NOM, t("Le nom de famille manque."));
    }

    static String noDay(String typed) {
        if (typed.isEmpty()) {
            return t("La date de naissance manque.");
        }
        return NUMBERS.matcher(typed).matches()
                ? t("« {0} » n’est pas une date de naissance : ce jour n’existe pas, ou l’année est fausse.", typed)
                : t(
                        "« {0} » n’est pas une date de naissance : il faut le jour, le mois et l’année en chiffres, séparés par « / ».",
                        typed);
    }

    Effet effet(FichierLu.Ligne ligne, UUID ecole) {
        var famille = ligne.of(Champ.NOM);
        var nom = ligne.of(Champ.USAGE).isEmpty() ? famille : ligne.of(Champ.USAGE);
        var prenom = ligne.of(Champ.PRENOM);
        var qui = Noms.complet(prenom, nom);
        if (!isName(nom) || !isName(prenom)) {
            return noName(ligne, qui, isName(nom));
        }
        var naissance = day(ligne.of(Champ.NAISSANCE)).filter(jour -> jour.isAfter(EARLIEST));
        if (naissance.isEmpty()) {
            return Effet.refused(ligne, qui, Champ.NAISSANCE, noDay(ligne.of(Champ.NAISSANCE)));
        }
        var ine = ligne.of(Champ.INE).toUpperCase(Locale.ROOT);
        if (!ine.isEmpty() && !Codes.ine(ine)) {
            return Effet.refused(
                    ligne,
                    qui,
                    Champ.INE,
                    t(
                            "L’INE « {0} » n’a pas la bonne forme : dix chiffres et une lettre, ou neuf chiffres et deux lettres.",
                            ine));
        }
        var eleve = new SaisiesDesFamilles.Eleve(
                nom,
                famille.isEmpty() || famille.equals(nom) ? null : famille,
                prenom,
                naissance.get(),
                ine.isEmpty() ? null : ine,
                Niveau.typed(ligne.of(Champ.NIVEAU)).orElse(null));
        return effet(ligne, ecole, qui, eleve);
    }

    private Effet effet(FichierLu.Ligne ligne, UUID ecole, String qui, SaisiesDesFamilles.Eleve eleve) {
        var same = known(ecole, eleve);
        if (same.size() > 1) {
            return Effet.refused(
                    ligne, qui, Champ.NOM, t("Plusieurs élèves de l’école ont ce nom et cette date de naissance."));
        }
        if (!same.isEmpty() && same.getFirst().academie()) {
            return new Effet(
                    ligne.numero(),
                    Sort.ACADEMIE,
                    qui,
                    List.of(
                            t(
                                    "L’annuaire de l’académie le donne déjà : rien ne change. Une erreur se corrige dans ONDE.")),
                    List.of());
        }
        var elsewhere = eleve.ine() == null ? null : lecteur.lues().ailleurs().get(eleve.ine());
        if (same.isEmpty() && elsewhere != null && (elsewhere.present() || elsewhere.academie())) {
            return Effet.refused(
                    ligne,
                    qui,
                    Champ.INE,
                    elsewhere.present()
                            ? t(
                                    "Un élève présent dans une autre école porte cet INE : il en part d’abord, ou l’un des deux est faux.")
                            : t("L’académie connaît cet élève par son INE : il reviendra avec son annuaire."));
        }
        List<Geste> gestes = new ArrayList<>();
        var libelle = ligne.of(Champ.CLASSE);
        var classe = libelle.isEmpty() ? Optional.<UUID>empty() : lecteur.classe(ecole, libelle, gestes);
        if (!libelle.isEmpty() && classe.isEmpty()) {
            return Effet.refused(ligne, qui, Champ.CLASSE, lecteur.unknownClasse(libelle));
        }
        if (!same.isEmpty()) {
            return changed(ligne, same.getFirst(), eleve, classe.orElse(null), gestes);
        }
        return added(ligne, ecole, qui, eleve, elsewhere, classe.orElse(null), gestes);
    }

    private List<EcolesLues.Eleve> known(UUID ecole, SaisiesDesFamilles.Eleve eleve) {
        var byIne = lecteur.lues()
                .eleves(ecole)
                .filter(e -> eleve.ine() != null && eleve.ine().equals(e.ine()))
                .toList();
        return byIne.isEmpty()
                ? lecteur.lues()
                        .eleves(ecole)
                        .filter(e -> e.naissance().equals(eleve.naissance())
                                && (eleve.ine() == null || e.ine() == null)
                                && (e.named(eleve.nom(), eleve.prenom())
                                        || eleve.nomNaissance() != null
                                                && e.named(eleve.nomNaissance(), eleve.prenom())))
                        .toList()
                : byIne;
    }

    private Effet added(
            FichierLu.Ligne ligne,
            UUID ecole,
            String qui,
            SaisiesDesFamilles.Eleve eleve,
            EcolesLues.@Nullable Ailleurs gone,
            @Nullable UUID classe,
            List<Geste> gestes) {
        var id = gone == null ? Uuids.v7() : gone.id();
        gestes.add(gone == null ? new Geste.NouvelEleve(ecole, id, eleve) : new Geste.EleveChange(ecole, id, eleve));
        List<String> quoi = new ArrayList<>();
        quoi.add(gone == null ? t("Nouvel élève de l’école.") : t("Il revient : c’est le même compte."));
        quoi.addAll(remarks(ligne, eleve));
        if (classe != null) {
            gestes.add(new Geste.Inscription(ecole, id, classe));
            quoi.add(t("Classe : {0}.", lecteur.named(classe)));
        }
        remember(new EcolesLues.Eleve(
                id,
                ecole,
                eleve.nom(),
                eleve.nomNaissance(),
                eleve.prenom(),
                eleve.naissance(),
                eleve.ine(),
                eleve.niveau() == null ? null : eleve.niveau().name(),
                false,
                classe == null ? Set.of() : Set.of(classe)));
        return new Effet(ligne.numero(), Sort.NOUVEAU, qui, quoi, gestes);
    }

    private static List<String> remarks(FichierLu.Ligne ligne, SaisiesDesFamilles.Eleve eleve) {
        return eleve.niveau() == null && !ligne.of(Champ.NIVEAU).isEmpty()
                ? List.of(t("Le niveau « {0} » n’est pas lu.", ligne.of(Champ.NIVEAU)))
                : List.of();
    }

    private Effet changed(
            FichierLu.Ligne ligne,
            EcolesLues.Eleve known,
            SaisiesDesFamilles.Eleve eleve,
            @Nullable UUID classe,
            List<Geste> gestes) {
        List<String> quoi = new ArrayList<>();
        var niveau = eleve.niveau() == null ? known.niveau() : eleve.niveau().name();
        if (!known.nom().equals(eleve.nom())
                || !known.prenom().equals(eleve.prenom())
                || !Objects.equals(known.nomNaissance(), eleve.nomNaissance())) {
            quoi.add(t("Le nom devient {0}.", Noms.complet(eleve.prenom(), eleve.nom())));
        }
        if (!known.naissance().equals(eleve.naissance())) {
            quoi.add(t("La date de naissance devient le {0}.", Dates.words(eleve.naissance())));
        }
        if (eleve.ine() != null && !eleve.ine().equals(known.ine())) {
            quoi.add(t("L’INE est ajouté."));
        }
        if (niveau != null && !niveau.equals(known.niveau())) {
            quoi.add(t("Le niveau devient {0}.", niveau));
        }
        if (!quoi.isEmpty()) {
            gestes.add(new Geste.EleveChange(known.ecole(), known.id(), eleve));
        }
        if (classe != null && !known.classes().equals(Set.of(classe))) {
            gestes.add(new Geste.Inscription(known.ecole(), known.id(), classe));
            quoi.add(t("La classe devient {0}.", lecteur.named(classe)));
        }
        if (quoi.isEmpty()) {
            return new Effet(ligne.numero(), Sort.DEJA, known.nomComplet(), List.of(), List.of());
        }
        remember(new EcolesLues.Eleve(
                known.id(),
                known.ecole(),
                eleve.nom(),
                eleve.nomNaissance(),
                eleve.prenom(),
                eleve.naissance(),
                eleve.ine() == null ? known.ine() : eleve.ine(),
                niveau,
                false,
                classe == null ? known.classes() : new HashSet<>(Set.of(classe))));
        return new Effet(ligne.numero(), Sort.CHANGE, known.nomComplet(), quoi, gestes);
    }

    private void remember(EcolesLues.Eleve eleve) {
        lecteur.lues().remember(eleve);
    }
}
