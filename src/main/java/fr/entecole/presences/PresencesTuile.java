package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The way to the roll for who calls it; for a guardian, a child who is missing and of whom they have said nothing; for
/// a head, whoever has four half-days without legitimate reason in a month (R131-7), from the same day until something
/// is done.
@Component
class PresencesTuile implements Tuile {

    @Bean
    static ServiceMesure mesurePresences() {
        return new ServiceMesure("presences", Service.ABSENCES);
    }

    private static final String A_EXPLIQUER = """
            select l.id, l.jour, l.moment, t.prenom, count(*) over () as combien
              from presences.absence l
              left join annuaire.titulaire t on t.id = l.eleve_id and t.nature = 'ELEVE'
             where l.eleve_id = any(:enfants) and l.ecole_id = any(:ecoles) and l.jour >= :depuis
               and not exists (select 1 from presences.excuse x
                                where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                                  and (x.responsable_id is null or x.responsable_id = any(:personnes))
                                  and x.du <= l.jour and x.au >= l.jour
                                  and (x.moment is null or x.moment = l.moment)
                                  and (x.jour_semaine is null or x.jour_semaine = extract(isodow from l.jour)))
             order by l.jour desc, l.moment desc limit 1
            """;

    private static final int DAYS = 30;

    private final Souvenirs souvenirs;
    private final Clock clock;

    PresencesTuile(Souvenirs souvenirs, Clock clock) {
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return switch (utilisateur.profil()) {
            case PARENT -> !perimetre.enfants().isEmpty();
            case ENSEIGNANT -> !perimetre.classesTaught().isEmpty() || isOfATeam(utilisateur);
            case PERSONNEL -> isOfATeam(utilisateur);
            case DIRECTEUR -> !perimetre.ecolesDirected().isEmpty();
            case IEN -> utilisateur.circonscription() != null;
            case REFERENT_VILLE -> utilisateur.commune() != null;
            default -> false;
        };
    }

    private static boolean isOfATeam(Utilisateur utilisateur) {
        return utilisateur.ecoles().stream().anyMatch(PresencesAccess.of(utilisateur)::isOfTheTeam);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.PARENT)) {
            return toExplain(utilisateur);
        }
        if (utilisateur.is(Profil.IEN, Profil.REFERENT_VILLE)) {
            return Lecture.known(List.of(new Partie(Place.OUTIL, 50, "presences/_outil-taux", Map.of())));
        }
        var tools = List.of(
                new Partie(Place.OUTIL, 2, "presences/_outil", Map.of()),
                new Partie(Place.OUTIL, 3, "presences/_outil-evacuation", Map.of()));
        if (!utilisateur.is(Profil.DIRECTEUR)
                && Perimetre.of(utilisateur).classesTaught().isEmpty()) {
            var ecoles = utilisateur.ecoles().toArray(UUID[]::new);
            return souvenirs
                    .of(
                            utilisateur,
                            LocalDate.now(clock),
                            Choix.EQUIPES,
                            () -> new Question<>(
                                    Question.mots("absences", ecoles),
                                    Choix.parametres(utilisateur, utilisateur.ecoles(), LocalDate.now(clock)),
                                    (rs, _) -> Colonnes.uuid(rs, "ecole_id")))
                    .map(where -> where.isEmpty() ? List.of() : tools);
        }
        return utilisateur.is(Profil.DIRECTEUR)
                ? Seuil.forHome(souvenirs, utilisateur, LocalDate.now(clock))
                        .map(found -> found.isEmpty()
                                ? tools
                                : List.of(
                                        tools.getFirst(),
                                        tools.getLast(),
                                        reached(found, LocalDate.now(clock).withDayOfMonth(1))))
                : Lecture.known(tools);
    }

    private static Partie reached(List<Seuil> found, LocalDate thisMonth) {
        return new Partie(
                Place.ATTEND,
                11,
                "socle/attend",
                Map.of(
                        "icone",
                        "appel",
                        "titre",
                        t(
                                "{0, plural, one {Un enfant a manqué quatre demi-journées sans motif légitime} other {# enfants ont manqué quatre demi-journées sans motif légitime}}",
                                found.stream().map(Seuil::eleve).distinct().count()),
                        "precision",
                        when(found.stream().map(Seuil::mois).distinct().toList(), thisMonth),
                        "adresse",
                        "/presences/assiduite",
                        "bouton",
                        t("Voir")));
    }

    private static String when(List<LocalDate> months, LocalDate thisMonth) {
        if (months.size() > 1) {
            return t("Depuis la rentrée, sans étape notée (code de l’éducation, R131-7)");
        }
        return months.getFirst().equals(thisMonth)
                ? t("Ce mois-ci (code de l’éducation, R131-7)")
                : t("En {0}, sans étape notée (code de l’éducation, R131-7)", Mots.mois(months.getFirst()));
    }

    private Lecture<List<Partie>> toExplain(Utilisateur utilisateur) {
        var say = new Partie(Place.OUTIL, 10, "presences/_outil-famille", Map.of());
        return souvenirs
                .of(utilisateur, LocalDate.now(clock), A_EXPLIQUER, () -> question(utilisateur))
                .map(missing -> missing.isEmpty()
                        ? List.of(say)
                        : List.of(missing.getFirst().part(), say));
    }

    private Question<AExpliquer> question(Utilisateur utilisateur) {
        var enfants = Perimetre.of(utilisateur).enfants().toArray(UUID[]::new);
        return new Question<>(
                Question.motsAndNoms("absences", enfants),
                Map.of(
                        "enfants",
                        enfants,
                        "ecoles",
                        utilisateur.ecoles().toArray(UUID[]::new),
                        "personnes",
                        utilisateur.personnes().toArray(UUID[]::new),
                        "depuis",
                        LocalDate.now(clock).minusDays(DAYS)),
                (rs, _) -> new AExpliquer(
                        Colonnes.uuid(rs, "id"),
                        Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), ""),
                        Lignes.demi(rs),
                        rs.getInt("combien")));
    }

    /// The last half-day without a word, and how many there are.
    private record AExpliquer(UUID id, String prenom, DemiJournee demi, int combien) {

        Partie part() {
            return new Partie(
                    Place.ATTEND,
                    1,
                    "socle/attend",
                    Map.of(
                            "icone",
                            "appel",
                            "titre",
                            t("{0, plural, one {Une absence à expliquer} other {# absences à expliquer}}", combien),
                            "precision",
                            whose(),
                            "adresse",
                            "/presences/absences/" + id,
                            "bouton",
                            t("Dire pourquoi")));
        }

        /// « Inès, lundi 16 novembre, matin »
        private String whose() {
            var said = prenom.isEmpty() ? Mots.demi(demi) : t("{0}, {1}", prenom, Mots.demi(demi));
            return combien == 1 ? said : t("La dernière\u00a0: {0}", said);
        }
    }
}
