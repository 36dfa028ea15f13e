package fr.entecole.liaison.familles;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.liaison.familles.Parole.Absence;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what families have said, through who is looking: its author what they have said of children for whom they
/// answer, the school what is of the pupils whom one teaches or directs.
@Component
class LectureDesParoles {

    /// Rows that a page shows; older ones have no use, and go away with their year.
    static final int MOST = 200;

    /// How long what was said stands on a home.
    private static final Duration RECENT = Duration.ofDays(14);

    private static final String PAROLES = """
            with a_moi as (
                select p.*, greatest(p.dite_le, p.changee_le,
                                     (select max(s.ecrite_le) from liaison.parole_suite s
                                       where s.parole_id = p.id and s.de = 'FAMILLE')) as depuis
                  from liaison.parole p where %s)
            select p.*, e.prenom as e_prenom, e.nom as e_nom, a.prenom as a_prenom, a.nom as a_nom,
                   w.vue_le, v.prenom as v_prenom, v.nom as v_nom,
                   greatest(p.reponse_le, (select max(s.ecrite_le) from liaison.parole_suite s
                                            where s.parole_id = p.id and s.de = 'ECOLE')) as repondue_le
              from a_moi p
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = p.eleve_id limit 1) e on true
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = p.auteur_id limit 1) a on true
              left join lateral (select w.vue_le, w.personne_id from liaison.parole_vue w
                                  where w.parole_id = p.id and w.vue_le >= p.depuis
                                  order by w.vue_le limit 1) w on true
              left join lateral (select n.prenom, n.nom from comptes.nomme n
                                  where n.id = w.personne_id limit 1) v on true
            """;

    private static final String DES_MIENS = "p.auteur_id = any(:moi) and p.eleve_id = any(:eleves)";

    /// What was reported and is hidden is left to the head; what was taken away, to its author; what a message carries
    /// is read there.
    private static final String A_ENTENDRE = """
            (p.retiree_le is null and p.conversation_id is null
             and (p.ecole_id = any(:ecoles) or (p.masquee_le is null and p.eleve_id = any(:eleves))))
            """;

    private static final String LATEST = " order by p.dite_le desc, p.id desc limit " + MOST;

    /// What a home shows: of today and of the week to come, and what waits to be seen or answered.
    private static final String DU_JOUR = PAROLES.formatted(A_ENTENDRE
                    + " and p.annulee_le is null and (p.fin >= :jour or p.dite_le > :recent and p.nature = 'QUESTION')")
            + " order by p.debut nulls first, p.dite_le limit " + MOST;

    private static final String DERNIERE = PAROLES.formatted(DES_MIENS + " and (p.fin >= :jour or p.dite_le > :recent)")
            + " order by p.dite_le desc limit 1";

    private final JdbcClient jdbc;
    private final Souvenirs souvenirs;
    private final Clock clock;

    LectureDesParoles(JdbcClient jdbc, Souvenirs souvenirs, Clock clock) {
        this.jdbc = jdbc;
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    List<Parole> of(Utilisateur utilisateur) {
        return jdbc.sql(PAROLES.formatted(utilisateur.is(Profil.PARENT) ? DES_MIENS : A_ENTENDRE) + LATEST)
                .params(who(utilisateur))
                .query(LectureDesParoles::parole)
                .list();
    }

    /// One, for its author or for the school.
    Optional<Parole> of(Utilisateur utilisateur, UUID id) {
        var access = ParoleAccess.of(utilisateur);
        return jdbc.sql(PAROLES.formatted("p.id = :id and (" + DES_MIENS + " or " + A_ENTENDRE + ")"))
                .params(who(utilisateur))
                .param("id", id)
                .query(LectureDesParoles::parole)
                .optional()
                .filter(parole -> access.owns(parole) || access.hears(parole));
    }

    /// One, whoever asks.
    Optional<Parole> one(UUID id) {
        return jdbc.sql(PAROLES.formatted("p.id = :id"))
                .param("id", id)
                .query(LectureDesParoles::parole)
                .optional();
    }

    /// The children for whom this guardian answers. One statement.
    List<EnfantNomme> enfants(Utilisateur utilisateur) {
        return jdbc.sql("""
                        select p.eleve_id, p.ecole_id, t.prenom, t.nom
                          from annuaire.present p
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.eleve_id limit 1) t on true
                         where p.eleve_id = any(:enfants) order by t.prenom, p.eleve_id
                        """)
                .param("enfants", Perimetre.of(utilisateur).enfants().toArray(UUID[]::new))
                .query((rs, _) -> new EnfantNomme(
                        Colonnes.uuid(rs, "eleve_id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Appellations.personne(rs.getString("prenom"), ""),
                        nom(rs, "")))
                .list();
    }

    /// What was said by this announcement of an absence.
    Optional<Parole> ofAbsence(UUID absence) {
        return jdbc.sql(PAROLES.formatted("p.absence_id = :absence"))
                .param("absence", absence)
                .query(LectureDesParoles::parole)
                .optional();
    }

    /// What was answered and added, in order.
    List<Suite> suites(Parole parole) {
        return jdbc.sql("""
                        select s.de, s.texte, s.ecrite_le, t.prenom, t.nom from liaison.parole_suite s
                          left join lateral (select n.prenom, n.nom from comptes.nomme n
                                              where n.id = s.auteur_id limit 1) t on true
                         where s.parole_id = :parole and s.ecole_id = :ecole order by s.ecrite_le, s.id
                        """)
                .param("parole", parole.id())
                .param("ecole", parole.ecoleId())
                .query((rs, _) -> new Suite(
                        rs.getString("de").equals("ECOLE"),
                        nom(rs, ""),
                        rs.getString("texte"),
                        Objects.requireNonNull(instant(rs, "ecrite_le"))))
                .list();
    }

    /// What a home shows: what a node remembers, until something is too old to stand there.
    Lecture<List<Parole>> forHome(Utilisateur utilisateur) {
        var parent = utilisateur.is(Profil.PARENT);
        var whose = parent ? utilisateur.personnes() : utilisateur.ecoles();
        var now = clock.instant();
        return souvenirs.until(
                utilisateur,
                LocalDate.now(clock),
                parent ? DERNIERE : DU_JOUR,
                () -> new Question<>(
                        Question.motsAndNoms("paroles", whose.toArray(UUID[]::new)),
                        who(utilisateur),
                        LectureDesParoles::parole),
                now,
                paroles -> paroles.stream()
                        .map(parole -> parole.diteLe().plus(RECENT))
                        .filter(now::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private OffsetDateTime recent() {
        return OffsetDateTime.ofInstant(clock.instant().minus(RECENT), ZoneOffset.UTC);
    }

    private Map<String, Object> who(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var parent = utilisateur.is(Profil.PARENT);
        Map<String, Object> who = new HashMap<>();
        who.put("moi", utilisateur.personnes().toArray(UUID[]::new));
        who.put("ecoles", perimetre.ecolesDirected().toArray(UUID[]::new));
        who.put("eleves", (parent ? perimetre.enfants() : perimetre.elevesTaught()).toArray(UUID[]::new));
        who.put("jour", LocalDate.now(clock));
        who.put("recent", recent());
        return who;
    }

    static Parole parole(ResultSet rs, int row) throws SQLException {
        return new Parole(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "eleve_id"),
                Appellations.personne(Objects.requireNonNullElse(rs.getString("e_prenom"), ""), ""),
                nom(rs, "e_"),
                Colonnes.uuid(rs, "auteur_id"),
                nom(rs, "a_"),
                propos(rs),
                new AnneeScolaire(rs.getInt("annee")),
                Objects.requireNonNull(instant(rs, "dite_le")),
                Objects.requireNonNull(instant(rs, "remise_le")),
                Objects.requireNonNull(instant(rs, "depuis")),
                instant(rs, "annulee_le"),
                instant(rs, "vue_le"),
                nom(rs, "v_"),
                instant(rs, "repondue_le"),
                instant(rs, "retiree_le"),
                rs.getObject("conversation_id", UUID.class));
    }

    private static Propos propos(ResultSet rs) throws SQLException {
        return new Propos(
                NatureDeParole.valueOf(rs.getString("nature")),
                demi(rs, "debut"),
                demi(rs, "fin"),
                absence(rs),
                Objects.requireNonNullElse(rs.getString("personne"), ""),
                Objects.requireNonNullElse(rs.getString("lien"), ""),
                Objects.requireNonNullElse(rs.getString("telephone"), ""),
                rs.getString("texte"));
    }

    private static @Nullable Absence absence(ResultSet rs) throws SQLException {
        var motif = rs.getString("motif");
        int chaque = rs.getInt("chaque");
        var moment = rs.getString("moment");
        return motif == null
                ? null
                : new Absence(
                        rs.getObject("absence_id", UUID.class),
                        MotifDAbsence.of(motif).orElse(MotifDAbsence.AUTRE),
                        chaque == 0 ? null : DayOfWeek.of(chaque),
                        moment == null ? null : Moment.valueOf(moment));
    }

    private static @Nullable DemiJournee demi(ResultSet rs, String column) throws SQLException {
        var jour = rs.getObject(column, LocalDate.class);
        return jour == null ? null : new DemiJournee(jour, Moment.valueOf(rs.getString(column + "_moment")));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var when = rs.getObject(column, OffsetDateTime.class);
        return when == null ? null : when.toInstant();
    }

    private static String nom(ResultSet rs, String prefix) throws SQLException {
        var prenom = rs.getString(prefix + "prenom");
        return prenom == null
                ? ""
                : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString(prefix + "nom"), ""));
    }

    record EnfantNomme(UUID id, UUID ecole, String prenom, String nom) {}

    /// @param ecole the school's, else the family's
    record Suite(boolean ecole, String auteur, String texte, Instant le) {}
}
