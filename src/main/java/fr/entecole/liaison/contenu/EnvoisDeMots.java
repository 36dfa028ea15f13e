package fr.entecole.liaison.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.comptes.Membres;
import fr.entecole.direct.Direct;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.NouvellesRetirees;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Temoin;
import fr.entecole.socle.contrats.Envois;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Mots, as they are held and taken back. One that was corrected by an account counts as sent by it: who reads has what
/// the correction says. Held, a mot is hidden from its readers and no bell waits for it.
@Component
public class EnvoisDeMots implements Envois {

    public static final String GENRE = "mot";

    private static final String SALLE = "liaison";
    private static final String RETRAIT = "retrait";

    private static final String SENT = """
            m.retire_le is null and m.id in (
                select id from liaison.mot where auteur_id = any(:personnes) and publie_le >= :depuis
                union
                select mot_id from liaison.version where auteur_id = any(:personnes) and ecrite_le >= :depuis)
            """;

    private static final String ENVOI = """
            select m.id, m.ecole_id, m.auteur_id, t.prenom, t.nom, v.titre, v.texte, v.numero, v.ecrite_le
              from liaison.mot m
              join lateral (select v.titre, v.texte, v.numero, v.ecrite_le from liaison.version v
                             where v.mot_id = m.id order by v.numero desc limit 1) v on true
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = m.auteur_id limit 1) t on true
            """;

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final NouvellesRetirees retirees;
    private final Direct direct;
    private final Genres genres;

    EnvoisDeMots(
            JdbcClient jdbc,
            Membres membres,
            Documents documents,
            Nouvelles nouvelles,
            NouvellesRetirees retirees,
            Direct direct,
            Genres genres) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.retirees = retirees;
        this.direct = direct;
        this.genres = genres;
    }

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public String genre() {
        return GENRE;
    }

    @Override
    public String phrase(int combien) {
        return t("{0, plural, =0 {aucun mot de l’école} one {un mot de l’école} other {# mots de l’école}}", combien);
    }

    @Override
    public Portee reach(Auteur auteur, Instant depuis) {
        var of = of(auteur, depuis);
        int envois = jdbc.sql("select count(*) from liaison.mot m where " + SENT)
                .params(of)
                .query(Integer.class)
                .single();
        var comptage = membres.count(Public.ofCles(jdbc.sql("""
                        select distinct d.ecole_id, d.cle from liaison.destination d join liaison.mot m on m.id = d.mot_id
                         where """ + " " + SENT)
                .params(of)
                .query((rs, _) -> new Cle(Colonnes.uuid(rs, "ecole_id"), rs.getString("cle")))
                .list()));
        var lus = jdbc.sql("""
                        select distinct l.personne_id from liaison.lecture l join liaison.mot m on m.id = l.mot_id
                         where l.principale and """ + " " + SENT)
                .params(of)
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
        return new Portee(
                envois, comptage.responsables() + comptage.eleves() + comptage.personnels(), new LinkedHashSet<>(lus));
    }

    @Override
    public List<Envoi> sent(Auteur auteur, Instant depuis, int most) {
        return envois(jdbc.sql(ENVOI + " where " + SENT + " order by m.publie_le, m.id limit :most for update of m")
                .params(of(auteur, depuis))
                .param("most", most));
    }

    @Override
    public Optional<Envoi> one(UUID chose) {
        return envois(jdbc.sql(ENVOI + " where m.id = :mot").param("mot", chose)).stream()
                .findFirst();
    }

    private List<Envoi> envois(JdbcClient.StatementSpec asked) {
        var lus = asked.query(Ligne::of).list();
        var pieces = documents.of(SALLE, lus.stream().map(Ligne::id).toList());
        return lus.stream()
                .map(ligne -> ligne.envoi(pieces.getOrDefault(ligne.id, List.of())))
                .toList();
    }

    private static Map<String, Object> of(Auteur auteur, Instant depuis) {
        return Map.of("personnes", auteur.personnes().toArray(UUID[]::new), "depuis", CahierDeLiaison.utc(depuis));
    }

    /// What mail has carried says no more than that there is a mot; reminders go with it.
    @Override
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> choses, Instant now) {
        var of = Map.of("mots", choses.toArray(UUID[]::new), "maintenant", CahierDeLiaison.utc(now));
        var kinds = new HashMap<UUID, String>();
        jdbc.sql("""
                        update liaison.mot set retire_le = :maintenant where id = any(:mots) and retire_le is null
                        returning id, genre
                        """).params(of).query(rs -> {
            kinds.put(Colonnes.uuid(rs, "id"), Objects.requireNonNull(rs.getString("genre")));
        });
        kinds.forEach((mot, genre) -> genres.of(genre).withdrawn(mot));
        documents.of(SALLE, choses).keySet().forEach(mot -> documents.withdraw(SALLE, mot));
        retirees.withdraw(SorteLiaison.MOT_DE_LIAISON, choses, t("Un mot qui a été retiré"));
        retirees.withdraw(
                SorteLiaison.RELANCE,
                jdbc.sql("select distinct lot from liaison.relance where mot_id = any(:mots)")
                        .params(of)
                        .query((rs, _) -> Colonnes.uuid(rs, "lot"))
                        .list(),
                t("Un mot qui a été retiré"));
        var lus = readers(choses);
        direct.tell(lus, RETRAIT);
        return lus;
    }

    private Set<UUID> readers(Collection<UUID> choses) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select personne_id from liaison.lecture where mot_id = any(:mots) and principale
                        union
                        select personne_id from liaison.reponse where mot_id = any(:mots)
                        """)
                .param("mots", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list());
    }

    @Override
    public void keepPieces(UUID chose, UUID preuve) {
        documents.keepAside(SALLE, chose, "signalement", preuve);
    }

    @Override
    @Transactional
    public void hold(Collection<UUID> choses, Instant now) {
        jdbc.sql("""
                        insert into liaison.masque (ecole_id, mot_id, depuis)
                        select ecole_id, id, :maintenant from liaison.mot where id = any(:mots) on conflict do nothing
                        """)
                .param("mots", choses.toArray(UUID[]::new))
                .param("maintenant", CahierDeLiaison.utc(now))
                .update();
        retirees.hold(SorteLiaison.MOT_DE_LIAISON, choses, t("Un mot mis de côté pour l’instant"));
        direct.tell(readers(choses), RETRAIT);
    }

    @Override
    @Transactional
    public void release(UUID chose, Instant now) {
        int shown = jdbc.sql("update liaison.masque set fini_le = :maintenant where mot_id = :mot and fini_le is null")
                .params(at(chose, now))
                .update();
        one(chose).filter(_ -> shown > 0).ifPresent(envoi -> {
            var publics = Public.ofCles(jdbc.sql("select ecole_id, cle from liaison.destination where mot_id = :mot")
                    .param("mot", chose)
                    .query((rs, _) -> new Cle(Colonnes.uuid(rs, "ecole_id"), rs.getString("cle")))
                    .list());
            var soonest = publics.stream()
                    .map(nouvelles::when)
                    .min(Instant::compareTo)
                    .orElse(now);
            var visible = jdbc.sql("""
                            update liaison.mot m
                               set visible_le = case when exists (select 1 from liaison.masque h
                                                                   where h.mot_id = m.id and h.fini_le = :maintenant
                                                                     and h.depuis > m.visible_le)
                                                     then visible_le else greatest(visible_le, :quand) end
                             where id = :mot and retire_le is null returning greatest(visible_le, :quand)
                            """)
                    .params(at(chose, now))
                    .param("quand", CahierDeLiaison.utc(soonest))
                    .query(OffsetDateTime.class)
                    .optional();
            visible.map(OffsetDateTime::toInstant)
                    .filter(quand -> !retirees.release(SorteLiaison.MOT_DE_LIAISON, chose, quand))
                    .ifPresent(quand -> nouvelles.deposit(
                            envoi.auteur(),
                            new Nouvelle(
                                    SorteLiaison.MOT_DE_LIAISON,
                                    chose,
                                    publics,
                                    envoi.adresse(),
                                    envoi.temoin().titre()),
                            quand));
        });
    }

    @Override
    public void drop(UUID chose, Instant now) {
        withdraw(List.of(chose), now);
    }

    private static Map<String, Object> at(UUID mot, Instant now) {
        return Map.of("mot", mot, "maintenant", CahierDeLiaison.utc(now));
    }

    private record Ligne(
            UUID id,
            UUID ecole,
            Optional<UUID> auteur,
            String nom,
            String titre,
            String texte,
            int numero,
            Instant ecriteLe) {

        private static Ligne of(ResultSet rs, int row) throws SQLException {
            var nom = rs.getString("nom");
            return new Ligne(
                    Colonnes.uuid(rs, "id"),
                    Colonnes.uuid(rs, "ecole_id"),
                    Optional.ofNullable(rs.getObject("auteur_id", UUID.class)),
                    nom == null
                            ? ""
                            : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                    rs.getString("titre"),
                    new TexteRiche(rs.getString("texte")).brut(),
                    rs.getInt("numero"),
                    rs.getObject("ecrite_le", OffsetDateTime.class).toInstant());
        }

        private Envoi envoi(List<PieceJointe> pieces) {
            return new Envoi(
                    id,
                    ecole,
                    auteur.orElse(null),
                    nom,
                    "/liaison/mots/" + id,
                    new Temoin(
                            titre,
                            texte,
                            Integer.toString(numero),
                            ecriteLe,
                            pieces.stream().map(PieceJointe::nom).toList()));
        }
    }
}
