package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Schools on the homes of those who look after several: a commune's lead those of the commune (counts
/// only), the circonscription its own, the region the picture of its départements.
@Component
class EcolesTuile implements Tuile {

    private final LectureDesEcoles lecture;
    private final Clock clock;

    EcolesTuile(LectureDesEcoles lecture, Clock clock) {
        this.lecture = lecture;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.REFERENT_VILLE, Profil.IEN, Profil.ERUN, Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case REFERENT_VILLE ->
                ecoles(utilisateur.commune(), LectureDesEcoles::ofCommune).map(EcolesTuile::commune);
            case IEN, ERUN ->
                LectureDesEcoles.followed(utilisateur, LocalDate.now(clock)).map(EcolesTuile::circonscription);
            default -> lecture.byDepartement(utilisateur).map(EcolesTuile::region);
        };
    }

    private static <P> Lecture<List<LectureDesEcoles.Ecole>> ecoles(
            @Nullable P place, Function<P, Lecture<List<LectureDesEcoles.Ecole>>> of) {
        return place == null ? Lecture.known(List.of()) : of.apply(place);
    }

    private static List<Partie> commune(List<LectureDesEcoles.Ecole> ecoles) {
        return List.of(
                sentence(t(
                        "{0, plural, =0 {Aucune école publique dans l’annuaire.} one {Une école{1}. Vous ne voyez aucun élève, et c’est voulu.} other {# écoles{1}. Vous ne voyez aucun élève, et c’est voulu.}}",
                        ecoles.size(), pupils(ecoles))),
                table(ecoles, t("Les écoles de la commune"), false, ""));
    }

    private static List<Partie> circonscription(LectureDesEcoles.Suivies suivies) {
        var ecoles = suivies.ecoles();
        var eleves = ecoles.size() < suivies.toutes() ? "" : pupils(ecoles);
        return List.of(
                sentence(
                        suivies.siennes()
                                ? t(
                                        "{0, plural, =0 {Aucune école} one {Une école} other {# écoles}}{1} dans votre circonscription.",
                                        suivies.toutes(), eleves)
                                : t(
                                        "{0, plural, one {Vous suivez une école} other {Vous suivez # écoles}}{1}.",
                                        suivies.toutes(), eleves)),
                table(
                        ecoles,
                        suivies.siennes() ? t("Les écoles de la circonscription") : t("Les écoles que vous suivez"),
                        true,
                        "/usages/ecoles/"));
    }

    private static List<Partie> region(List<LectureDesEcoles.Departement> departements) {
        var all = departements.stream()
                .mapToInt(LectureDesEcoles.Departement::ecoles)
                .sum();
        var open = departements.stream()
                .mapToInt(LectureDesEcoles.Departement::ouvertes)
                .sum();
        return List.of(
                sentence(t(
                        "{0, plural, =0 {Aucune école dans l’annuaire} one {Une école dans l’annuaire} other {# écoles dans l’annuaire}}, {1, plural, =0 {aucune n’est ouverte} one {une est ouverte} other {# sont ouvertes}}.",
                        all,
                        open)),
                new Partie(Place.COLONNE, 60, "annuaire/ecoles/_departements", Map.of("departements", departements)));
    }

    private static String pupils(List<LectureDesEcoles.Ecole> ecoles) {
        var total = LectureDesEcoles.total(ecoles);
        return total.isEmpty() || ecoles.isEmpty()
                ? ""
                : t(", {0, plural, one {# élève} other {# élèves}}", total.getAsInt());
    }

    private static Partie sentence(String phrase) {
        return new Partie(Place.ARDOISE, 0, "annuaire/_phrase", Map.of("phrase", phrase));
    }

    /// @param adresse before the number of a school that has a page for its reader, empty where it has none
    private static Partie table(
            List<LectureDesEcoles.Ecole> ecoles, String titre, boolean avecCommune, String adresse) {
        return new Partie(
                Place.COLONNE,
                10,
                "annuaire/ecoles/_ecoles",
                Map.of("ecoles", ecoles, "titre", titre, "avecCommune", avecCommune, "adresse", adresse));
    }
}
