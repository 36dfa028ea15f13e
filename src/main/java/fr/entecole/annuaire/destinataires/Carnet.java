package fr.entecole.annuaire.destinataires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.destinataires.LectureDuCarnet.Eleve;
import fr.entecole.annuaire.destinataires.LectureDuCarnet.Gens;
import fr.entecole.annuaire.destinataires.LectureDuCarnet.Personne;
import fr.entecole.annuaire.recherche.Discretion;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Utilisateur;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whom a person may address, as a page offers it before anything is typed, and as it is found by words. A child's
/// name, or the name of a guardian in force, finds the child's family; a class, a group or a school is found by its own
/// words. Who is kept out is found by nobody; whose data are put aside, by the head alone, and is chosen one by one by
/// nobody else (ADR 0090).
@Component
public class Carnet {

    /// How many are shown; one more is found, to know that there are others.
    public static final int SHOWN = 12;

    private final Publics publics;
    private final LectureDuCarnet lecture;
    private final Appellations appellations;
    private final Discretion discretion;

    Carnet(Publics publics, LectureDuCarnet lecture, Appellations appellations, Discretion discretion) {
        this.publics = publics;
        this.lecture = lecture;
        this.appellations = appellations;
        this.discretion = discretion;
    }

    /// Before anything is typed: what one may address without choosing further, own classes first. Two statements.
    public List<Destinataire> offered(Utilisateur utilisateur, Champ champ) {
        return publics.offeredTo(utilisateur).stream()
                .filter(offre -> champ.holds(offre.pour()))
                .map(offre -> new Destinataire(offre.pour(), offre.phrase(), ""))
                .toList();
    }

    /// At most four statements, one more where what was typed begins no name.
    ///
    /// @param saisie as typed
    /// @return the likeliest first, [#SHOWN] and one at most
    public List<Destinataire> find(Utilisateur utilisateur, Champ champ, String saisie) {
        var demande = Ressemblance.of(saisie);
        if (demande.isEmpty()) {
            return List.of();
        }
        var places = offered(utilisateur, champ);
        var found = found(shown(utilisateur, lecture.find(utilisateur, champ, saisie)), places, champ, demande);
        return found.isEmpty()
                ? found(shown(utilisateur, lecture.all(utilisateur, champ)), places, champ, demande)
                : found;
    }

    private Gens shown(Utilisateur utilisateur, Gens gens) {
        return gens.without(id -> discretion.hides(id, utilisateur));
    }

    private static List<Destinataire> found(Gens gens, List<Destinataire> places, Champ champ, Ressemblance demande) {
        return Stream.of(
                        places.stream().map(place -> rank(place, demande.mistakes(place.phrase()))),
                        gens.groupes().stream().map(g -> rank(groupe(g), demande.mistakes(g.nom()))),
                        gens.eleves().stream().flatMap(e -> of(e, champ, demande)),
                        gens.personnels().stream().map(p -> rank(personne(p, Qui.EQUIPE), demande.mistakes(p.nom()))))
                .flatMap(s -> s)
                .filter(found -> found.mistakes >= 0)
                .filter(found -> champ.holds(found.destinataire.pour()))
                .sorted(Comparator.comparingInt(Trouve::mistakes))
                .map(Trouve::destinataire)
                .limit(SHOWN + 1L)
                .toList();
    }

    /// The child by their own name; else by those of guardians, which are then said. A room that writes to one guardian
    /// finds them by theirs.
    private static Stream<Trouve> of(Eleve eleve, Champ champ, Ressemblance demande) {
        int own = demande.mistakes(eleve.nom());
        var guardians = eleve.responsables().stream()
                .filter(responsable -> demande.mistakes(responsable.nom()) >= 0)
                .toList();
        int theirs = guardians.stream()
                .mapToInt(responsable -> demande.mistakes(responsable.nom()))
                .min()
                .orElse(-1);
        var family = eleve(
                eleve,
                Qui.RESPONSABLES,
                own >= 0
                        ? eleve.classes()
                        : join(
                                eleve.classes(),
                                guardians.stream().map(Personne::nom).collect(Collectors.joining(", "))));
        return Stream.concat(
                Stream.of(
                        rank(family, own >= 0 ? own : theirs),
                        rank(eleve(eleve, Qui.ELEVES, eleve.classes()), eleve.tu() ? -1 : own)),
                guardians.stream()
                        .map(responsable -> rank(
                                new Destinataire(
                                        Public.ofPersonnes(eleve.ecole(), Set.of(responsable.id()), Qui.RESPONSABLES),
                                        responsable.nom(),
                                        t("Pour {0}", eleve.nom())),
                                demande.mistakes(responsable.nom()))));
    }

    private static String join(String... words) {
        return Arrays.stream(words).filter(w -> !w.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static Destinataire eleve(Eleve eleve, Qui qui, String precision) {
        return new Destinataire(
                Public.ofEleves(eleve.ecole(), Set.of(eleve.id()), qui), family(qui, eleve.nom()), precision);
    }

    private static String family(Qui qui, String nom) {
        return qui == Qui.ELEVES ? nom : t("Famille {0}", Phrases.de(nom));
    }

    private static Destinataire groupe(Personne groupe) {
        var pour = Public.ofGroupe(groupe.ecole(), groupe.id(), Qui.RESPONSABLES);
        return new Destinataire(pour, t("Familles du groupe {0}", groupe.nom()), "");
    }

    private static Destinataire personne(Personne personne, Qui qui) {
        return new Destinataire(Public.ofPersonnes(personne.ecole(), Set.of(personne.id()), qui), personne.nom(), "");
    }

    private static Trouve rank(Destinataire destinataire, int mistakes) {
        return new Trouve(destinataire, mistakes);
    }

    /// Chosen publics as a page lists them, one line a target: each can be taken out. What they name may have gone: it
    /// is then said without its name. Two statements at most beside those of [Publics#words].
    public List<Destinataire> named(Collection<Public> chosen) {
        var people = chosen.stream()
                .filter(pour -> pour.etendue() == Etendue.ELEVES || pour.etendue() == Etendue.PERSONNES)
                .flatMap(pour -> Arrays.stream(pour.ids()))
                .toList();
        var noms = appellations.personnes(people);
        return chosen.stream().flatMap(pour -> lines(pour, noms)).toList();
    }

    private Stream<Destinataire> lines(Public pour, Map<UUID, String> noms) {
        return switch (pour.etendue()) {
            case ELEVES, PERSONNES ->
                Arrays.stream(pour.ids()).map(id -> {
                    var one = new Public(pour.etendue(), pour.qui(), pour.ecoleId(), Set.of(id.toString()));
                    var nom = noms.get(id);
                    return new Destinataire(
                            one,
                            nom == null
                                    ? publics.words(one)
                                    : pour.etendue() == Etendue.ELEVES ? family(pour.qui(), nom) : nom,
                            "");
                });
            default ->
                pour.cibles().stream().sorted().map(cible -> {
                    var one = new Public(pour.etendue(), pour.qui(), pour.ecoleId(), Set.of(cible));
                    return new Destinataire(one, publics.words(one), "");
                });
        };
    }

    /// What is chosen by default: the one class that they teach, else the one school that they direct.
    public List<Public> preset(Utilisateur utilisateur, Champ champ) {
        var perimetre = Perimetre.of(utilisateur);
        var offered = publics.offeredTo(utilisateur).stream()
                .map(Publics.Offre::pour)
                .filter(champ::holds)
                .toList();
        var classes = offered.stream()
                .filter(pour -> pour.etendue() == Etendue.CLASSE
                        && Arrays.stream(pour.ids()).allMatch(id -> perimetre.teaches(pour.ecoleId(), id)))
                .toList();
        var ecoles =
                offered.stream().filter(pour -> pour.etendue() == Etendue.ECOLE).toList();
        return classes.size() == 1 ? classes : classes.isEmpty() && ecoles.size() == 1 ? ecoles : List.of();
    }

    /// The same publics, those of one school, reach and people as one; each is of the field and may be addressed.
    ///
    /// @param codes as a form sends them
    /// @return empty when one of them may not be addressed, or is none
    public List<Public> accepted(Utilisateur utilisateur, Champ champ, Collection<String> codes) {
        var parsed = codes.stream()
                .distinct()
                .map(code -> Public.parse(code).orElse(null))
                .toList();
        if (parsed.contains(null)) {
            return List.of();
        }
        var merged = Public.ofCles(parsed.stream()
                .filter(Objects::nonNull)
                .flatMap(pour -> pour.cles().stream())
                .distinct()
                .toList());
        return merged.stream()
                        .allMatch(pour -> champ.holds(pour)
                                && publics.accepts(utilisateur, pour)
                                && namesNobodyHidden(utilisateur, pour))
                ? merged
                : List.of();
    }

    /// A child's family is the school's task, whatever the child has put aside.
    private boolean namesNobodyHidden(Utilisateur utilisateur, Public pour) {
        boolean names =
                pour.etendue() == Etendue.PERSONNES || pour.etendue() == Etendue.ELEVES && pour.qui() == Qui.ELEVES;
        return !names || Arrays.stream(pour.ids()).noneMatch(id -> discretion.hides(id, utilisateur));
    }

    private record Trouve(Destinataire destinataire, int mistakes) {}
}
