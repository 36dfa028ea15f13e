package fr.entecole.liaison;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one place that reads mots for a person: a guardian or a pupil finds those that are for them by the keys that
/// they hold, once delivered; someone of the school those that [MotAccess] lets them see.
@Component
public class LectureDesMots {

    private static final String MOT = """
            select m.id, m.ecole_id, m.auteur_id, t.prenom, t.nom, m.annee, m.publie_le, m.visible_le,
                   v.numero, v.titre, v.texte, v.visible_le as version_le, l.lu_le,
                   m.genre, m.attendu, m.repondants, m.avant, v.depuis,
                   array(select d.cle from liaison.destination d where d.mot_id = m.id order by d.cle) as cles
            """;

    /// Looked up for each mot: joined, everyone of the region would be read first.
    private static final String AUTEUR = """
              left join lateral (select t.prenom, t.nom from comptes.nomme t where t.id = m.auteur_id limit 1) t
                on true
            """;

    /// As readers have it: the last version that is visible.
    private static final String VERSION = """
              join lateral (select v.numero, v.titre, v.texte, v.visible_le,
                                   (select max(s.numero) from liaison.version s
                                     where s.mot_id = m.id and s.numero <= v.numero
                                       and s.signatures = 'DEMANDEES') as depuis
                              from liaison.version v
                             where v.mot_id = m.id and v.visible_le <= :maintenant
                             order by v.numero desc limit 1) v on true
              left join lateral (select min(l.lu_le) as lu_le from liaison.lecture l
                                  where l.mot_id = m.id and l.personne_id = any(:personnes)
                                    and l.numero = v.numero) l on true
            """ + AUTEUR;

    /// What is for these keys, delivered, not taken back, but for what was reported and is hidden: the one place where
    /// readers’ mots come from.
    public static final String POUR_MOI = """
            with pour_moi as (
                select distinct d.mot_id from liaison.destination d
                  join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                    on (d.ecole_id, d.cle) = (k.ecole_id, k.cle)
                 where not exists (select 1 from liaison.masque h
                                    where h.mot_id = d.mot_id and h.fini_le is null))
            """;

    /// What someone of the school sees, with the parameters of [#ofEcole]; [MotAccess#sees] says the same of one. Three
    /// ways to few mots, not a condition that each mot of the region would have to meet.
    public static final String A_L_ECOLE = """
            m.id in (select q.id from liaison.mot q where q.ecole_id = any(:dirigees)
                     union all
                     select q.id from liaison.mot q
                      where q.auteur_id = any(:personnes) and q.ecole_id = any(:travaille)
                     union all
                     select d.mot_id from liaison.destination d
                       join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                         on (d.ecole_id, d.cle) = (k.ecole_id, k.cle))
            """;

    /// The version that one reads says it, not one that was corrected since.
    private static final String CHERCHE = """
                   and (:cherche = '' or (select v.mots @@ redaction.demande(:cherche) from liaison.version v
                                           where v.mot_id = m.id and (:ecrits or v.visible_le <= :maintenant)
                                           order by v.numero desc limit 1))
            """;

    private static final String RECUS = """
              join liaison.mot m on m.id = p.mot_id and m.retire_le is null and m.visible_le <= :maintenant
            """;

    private static final String RECU = POUR_MOI + MOT + " from pour_moi p" + RECUS + VERSION + " where m.id = :id";

    /// A page is chosen first, of what its order needs: the rest is read of those that it shows.
    private static final String PAGE_DES_RECUS =
            POUR_MOI + """
            , page as (
                select m.id, l.lu_le is not null as lu
                  from pour_moi p
            """ + RECUS + """
                  cross join lateral (
                       select (select min(l.lu_le) from liaison.lecture l
                                where l.mot_id = m.id and l.personne_id = any(:personnes)
                                  and l.numero = (select v.numero from liaison.version v
                                                   where v.mot_id = m.id and v.visible_le <= :maintenant
                                                   order by v.numero desc limit 1)) as lu_le) l
                 where (:debut or (l.lu_le is not null)::int > :lu
                        or ((l.lu_le is not null)::int = :lu and (m.visible_le, m.id) < (:le, :id)))
            """ + CHERCHE + """
                 order by (l.lu_le is not null), m.visible_le desc, m.id desc limit :limite)
            """ + MOT + """
              from page join liaison.mot m on m.id = page.id
            """ + VERSION + """
             order by page.lu, m.visible_le desc, m.id desc
            """;

    private static final String DE_L_ECOLE = MOT + """
                 , (select count(distinct x.personne_id) from liaison.lecture x
                     where x.mot_id = m.id and x.principale) as lecteurs
              from liaison.mot m
              join lateral (select v.numero, v.titre, v.texte, v.visible_le,
                                   (select max(s.numero) from liaison.version s
                                     where s.mot_id = m.id and s.signatures = 'DEMANDEES') as depuis
                              from liaison.version v
                             where v.mot_id = m.id order by v.numero desc limit 1) v on true
              cross join lateral (select null::timestamptz as lu_le) l
            """ + AUTEUR;

    private static final String PAGE_DE_L_ECOLE = """
            with page as (
                select m.id from liaison.mot m
                 where m.retire_le is null and (:debut or (m.visible_le, m.id) < (:le, :id))
                   and\s""" + A_L_ECOLE + CHERCHE + """
                 order by m.visible_le desc, m.id desc limit :limite)
            """ + DE_L_ECOLE + """
             where m.id in (select page.id from page)
             order by m.visible_le desc, m.id desc
            """;

    private final JdbcClient jdbc;
    private final Scolarite scolarite;
    private final Clock clock;

    LectureDesMots(JdbcClient jdbc, Scolarite scolarite, Clock clock) {
        this.jdbc = jdbc;
        this.scolarite = scolarite;
        this.clock = clock;
    }

    /// A page of what is for a guardian or a pupil: what they have not read first, then the latest. Two statements.
    ///
    /// @param apres key of the last one of the page before ([#cle]), empty for the first page
    /// @param cherche words that it says, empty for all
    public List<Mot> received(Utilisateur utilisateur, String cherche, String apres, int most) {
        var after = Mot.Apres.parse(apres);
        return asked(PAGE_DES_RECUS, utilisateur)
                .param("cherche", cherche)
                .param("ecrits", false)
                .param("debut", after == null)
                .param("lu", after == null ? 0 : after.lu())
                .param("le", CahierDeLiaison.utc(after == null ? Instant.EPOCH : after.le()))
                .param("id", after == null ? Cle.PARTOUT : after.id())
                .param("limite", most)
                .query(LectureDesMots::mot)
                .list();
    }

    public static String cle(Mot mot) {
        return new Mot.Apres(mot.luLe() == null ? 0 : 1, mot.visibleLe(), mot.id()).toString();
    }

    /// One that is for this guardian or pupil.
    public Optional<Mot> received(Utilisateur utilisateur, UUID id) {
        return asked(RECU, utilisateur)
                .param("id", id)
                .query(LectureDesMots::mot)
                .optional();
    }

    /// Whether one was for this guardian or pupil, was delivered, and has been taken away since.
    public boolean takenAway(Utilisateur utilisateur, UUID id) {
        return asked("""
                        select exists (
                            select 1 from liaison.destination d
                              join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                                on (d.ecole_id, d.cle) = (k.ecole_id, k.cle)
                              join liaison.mot m on m.id = d.mot_id
                             where d.mot_id = :id and m.retire_le <= :maintenant and m.visible_le <= m.retire_le
                               and cardinality(:personnes::uuid[]) > 0)
                        """, utilisateur).param("id", id).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var past = utilisateur.is(Profil.ELEVE)
                ? scolarite.clesOfPast(utilisateur.personnes(), Qui.ELEVES)
                : scolarite.clesOfPast(perimetre.enfants(), Qui.RESPONSABLES);
        var cles = utilisateur.cles().and(Cles.of(past));
        return jdbc.sql(sql)
                .param("ecoles", cles.ecoles())
                .param("cles", cles.valeurs())
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .param("maintenant", OffsetDateTime.now(clock));
    }

    /// A page of what someone of the school sees, the latest first, those that wait for their delivery before. One
    /// statement, which other reads may share.
    ///
    /// @param cherche words that it says, empty for all
    public Lecture<List<Envoi>> sent(Utilisateur utilisateur, String cherche, String apres, int most) {
        var after = Mot.Apres.parse(apres);
        var of = new HashMap<String, Object>(ofEcole(utilisateur));
        of.put("ecrits", true);
        of.put("maintenant", OffsetDateTime.now(clock));
        of.put("cherche", cherche);
        of.put("debut", after == null);
        of.put("le", CahierDeLiaison.utc(after == null ? Instant.EPOCH : after.le()));
        of.put("id", after == null ? Cle.PARTOUT : after.id());
        of.put("limite", most);
        return Lecture.of(PAGE_DE_L_ECOLE, of, (rs, row) -> new Envoi(mot(rs, row), rs.getInt("lecteurs")));
    }

    /// Parameters of [#A_L_ECOLE].
    public static Map<String, Object> ofEcole(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var classes = new ArrayList<Cle>();
        perimetre
                .ecolesTaught()
                .forEach(ecole ->
                        classes.addAll(Public.ofEcole(ecole, Qui.RESPONSABLES).cles()));
        perimetre
                .ecolesTaught()
                .forEach(ecole -> perimetre
                        .classesTaught()
                        .forEach(classe -> classes.addAll(
                                Public.ofClasse(ecole, classe, Qui.RESPONSABLES).cles())));
        var keys = Cles.of(classes);
        return Map.of(
                "dirigees",
                perimetre.ecolesDirected().toArray(UUID[]::new),
                "personnes",
                utilisateur.personnes().toArray(UUID[]::new),
                "travaille",
                worksIn(utilisateur),
                "ecoles",
                keys.ecoles(),
                "cles",
                keys.valeurs());
    }

    /// Parameters of [#POUR_MOI], of this school year.
    public static Map<String, Object> forMe(Utilisateur utilisateur) {
        return Map.of(
                "ecoles",
                utilisateur.cles().ecoles(),
                "cles",
                utilisateur.cles().valeurs());
    }

    public static UUID[] worksIn(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.ecoles().stream().filter(perimetre::worksIn).toArray(UUID[]::new);
    }

    /// One that stands, in its last version, for someone of the school who may see it. One statement.
    public Optional<Mot> sent(Utilisateur utilisateur, UUID id) {
        return sent(utilisateur, id, false);
    }

    /// @param repris also one that was taken back: who asks twice to take it back is answered the same
    public Optional<Mot> sent(Utilisateur utilisateur, UUID id, boolean repris) {
        return jdbc.sql(DE_L_ECOLE + " where (m.retire_le is null or :repris) and m.id = :id")
                .param("id", id)
                .param("repris", repris)
                .query(LectureDesMots::mot)
                .optional()
                .filter(mot -> MotAccess.of(utilisateur).sees(mot));
    }

    private static Mot mot(ResultSet rs, int row) throws SQLException {
        var ecole = Colonnes.uuid(rs, "ecole_id");
        return new Mot(
                Colonnes.uuid(rs, "id"),
                ecole,
                rs.getObject("auteur_id", UUID.class),
                auteur(rs),
                new AnneeScolaire(rs.getInt("annee")),
                Public.ofCles(Colonnes.strings(rs, "cles").stream()
                        .map(valeur -> new Cle(ecole, valeur))
                        .toList()),
                rs.getString("titre"),
                new TexteRiche(rs.getString("texte")),
                instant(rs, "publie_le"),
                instant(rs, "visible_le"),
                rs.getInt("numero"),
                instant(rs, "version_le"),
                rs.getObject("lu_le") == null ? null : instant(rs, "lu_le"),
                rs.getString("genre"),
                new Demande(
                        Attendu.valueOf(rs.getString("attendu")),
                        Repondants.valueOf(rs.getString("repondants")),
                        rs.getObject("avant", LocalDate.class)),
                rs.getInt("depuis"));
    }

    static String auteur(ResultSet rs) throws SQLException {
        var nom = rs.getString("nom");
        return nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom);
    }

    public static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// @param lecteurs people who have opened it
    public record Envoi(Mot mot, int lecteurs) {}
}
