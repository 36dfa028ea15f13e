package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.classes.MotsDesSignalements;
import fr.entecole.annuaire.noms.Adresses;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// One school as an agent of the académie who follows it reads it: what it is, who directs it, when it was open and why
/// it closed, and how many people the feed says something to mend about, kind by kind. Neither a pupil nor a guardian
/// is named; the region's administrator reads any school so.
@Component
@NamedInterface("ecoles")
public class FichesSuivies {

    private static final String ECOLE = """
            select s.id, s.uai, s.nom_courant, coalesce(s.nom_usage, s.nom_courant) as nom, c.nom as commune,
                   s.rpi_libelle, s.adresse, s.code_postal, s.ville, s.telephone, s.circonscription_id,
                   (select coalesce(k.nom_usage, k.nom_courant) from annuaire.structure k
                     where k.id = s.circonscription_id) as circonscription,
                   (select jsonb_agg(jsonb_build_object('prenom', p.prenom, 'nom', p.nom) order by p.nom, p.prenom)
                      from annuaire.equipe q join annuaire.personnel p on p.id = q.personne_id
                     where q.ecole_id = s.id and q.directeur) as direction
              from annuaire.structure s
              left join annuaire.commune c on c.insee = s.commune_insee
             where s.id = :ecole and s.genre = 'ECOLE'
               and (:tout or s.id in (select x.ecole_id from annuaire.suivie(:jour) x where x.agent_id = :agent))
            """;

    private static final String TEMPS = """
            select ouverte_le, fermee_le, motif from annuaire.ouverture
             where structure_id = :ecole order by ouverte_le desc
            """;

    private static final String SIGNALES = """
            select code, array_agg(distinct personne_id) as personnes from annuaire.signalement
             where structure_id = :ecole group by code order by code
            """;

    private final Lectures lectures;
    private final Clock clock;

    FichesSuivies(Lectures lectures, Clock clock) {
        this.lectures = lectures;
        this.clock = clock;
    }

    /// In one round trip; empty for a school that this person does not follow.
    public Optional<Fiche> of(Utilisateur utilisateur, UUID ecole) {
        Map<String, Object> school = Map.of("ecole", ecole);
        var read = Lecture.of(
                        ECOLE,
                        Map.of(
                                "ecole",
                                ecole,
                                "tout",
                                utilisateur.is(Profil.ADMINISTRATEUR),
                                "jour",
                                LocalDate.now(clock),
                                "agent",
                                utilisateur.personneId()),
                        FichesSuivies::fiche)
                .with(
                        Lecture.of(TEMPS, school, FichesSuivies::temps)
                                .with(Lecture.whole(SIGNALES, school, FichesSuivies::signales), Suite::new),
                        (found, suite) -> found.stream().findFirst().map(fiche -> fiche.with(suite)));
        return lectures.read(read);
    }

    private record Nomme(String prenom, String nom) {}

    private record Suite(List<Temps> temps, Map<String, Long> signales) {}

    private static Fiche fiche(ResultSet rs, int row) throws SQLException {
        var commune = rs.getString("commune");
        var circonscription = rs.getString("circonscription");
        var adresse = rs.getString("adresse");
        var town = commune == null ? null : Noms.commune(commune);
        return new Fiche(
                Colonnes.uuid(rs, "id"),
                Noms.ecole(String.valueOf(rs.getString("nom")), commune),
                said(rs.getString("uai")),
                type(String.valueOf(rs.getString("nom_courant"))),
                said(rs.getString("rpi_libelle")),
                said(town),
                circonscription == null ? "" : Noms.ecole(circonscription, null),
                rs.getObject("circonscription_id", UUID.class),
                Adresses.lignes(
                        adresse == null ? List.of() : adresse.lines().toList(),
                        rs.getString("code_postal"),
                        rs.getString("ville"),
                        null,
                        town),
                said(rs.getString("telephone")),
                Colonnes.list(rs, "direction", Nomme[].class).stream()
                        .map(personne -> Noms.complet(personne.prenom, personne.nom))
                        .toList(),
                List.of(),
                Map.of());
    }

    private static String said(@Nullable String word) {
        return word == null ? "" : word.strip();
    }

    /// As feeds write it before the name of a school; those of application are schools like the others.
    private static String type(String courant) {
        return switch (courant.length() < 3 ? "" : courant.substring(0, 3)) {
            case "E.M" -> t("Maternelle");
            case "E.E" -> t("Élémentaire");
            case "E.P" -> t("Primaire : maternelle et élémentaire");
            default -> "";
        };
    }

    private static Temps temps(ResultSet rs, int row) throws SQLException {
        var fermee = rs.getObject("fermee_le", OffsetDateTime.class);
        var periode = new FicheDEcole.Periode(
                Dates.day(rs.getObject("ouverte_le", OffsetDateTime.class).toInstant()),
                fermee == null ? null : Dates.day(fermee.toInstant()),
                rs.getString("motif"));
        return new Temps(periode.dates(), said(periode.motif()));
    }

    /// Codes that are said alike are one kind, and who has two of them counts once.
    private static Map<String, Long> signales(ResultSet rs) throws SQLException {
        Map<String, Set<UUID>> people = new LinkedHashMap<>();
        while (rs.next()) {
            var kind = MotsDesSignalements.of(String.valueOf(rs.getString("code")), "")
                    .dit();
            people.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(Colonnes.uuids(rs, "personnes"));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        people.forEach((kind, ids) -> counts.put(kind, (long) ids.size()));
        return counts;
    }

    /// A time during which it was open.
    ///
    /// @param motif why it ended, empty while it lasts
    public record Temps(String dates, String motif) {}

    /// What the directory does not say is empty.
    ///
    /// @param telephone as the feed writes it
    /// @param direction who directs it
    /// @param temps the latest first
    /// @param signales how many people, by what is said of them: under five too, which no page says
    public record Fiche(
            UUID id,
            String nom,
            String uai,
            String type,
            String rpi,
            String commune,
            String circonscription,
            @Nullable UUID circonscriptionId,
            List<String> adresse,
            String telephone,
            List<String> direction,
            List<Temps> temps,
            Map<String, Long> signales) {

        public String appel() {
            return Telephone.appel(telephone);
        }

        public String numero() {
            return Telephone.affiche(telephone);
        }

        private Fiche with(Suite suite) {
            return new Fiche(
                    id,
                    nom,
                    uai,
                    type,
                    rpi,
                    commune,
                    circonscription,
                    circonscriptionId,
                    adresse,
                    telephone,
                    direction,
                    suite.temps,
                    suite.signales);
        }
    }
}
