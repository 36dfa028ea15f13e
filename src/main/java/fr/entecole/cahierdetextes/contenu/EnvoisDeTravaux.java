package fr.entecole.cahierdetextes.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.cahierdetextes.AnnoncesDuTravail;
import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.comptes.Membres;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.contrats.Contenu.Temoin;
import fr.entecole.socle.contrats.Envois;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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

/// Work of a class, as it is held and taken back. Nobody writes down who looks at a notebook: who has read is who has
/// ticked it or handed something back. Its news names the class alone, and stays until the work is gone.
@Component
class EnvoisDeTravaux implements Envois {

    private static final String SENT =
            " t.auteur_id = any(:personnes) and t.ecrit_le >= :depuis and t.retire_le is null ";

    private static final String ENVOI = """
            select t.id, t.ecole_id, t.auteur_id, t.matiere, t.jour, t.numero, t.ecrit_le,
                   concat_ws(chr(10), t.texte, nullif(t.lien, '')) as dit, a.prenom, a.nom
              from cahierdetextes.travail t left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = t.auteur_id limit 1) a on true
            """;

    private static final String LUS = """
            select eleve_id from cahierdetextes.coche where travail_id = any(:ids)
            union
            select eleve_id from cahierdetextes.remise where travail_id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Documents documents;
    private final AnnoncesDuTravail annonces;

    EnvoisDeTravaux(JdbcClient jdbc, Membres membres, Documents documents, AnnoncesDuTravail annonces) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.documents = documents;
        this.annonces = annonces;
    }

    @Override
    public String module() {
        return "cahierdetextes";
    }

    @Override
    public String genre() {
        return "travail";
    }

    @Override
    public String phrase(int combien) {
        return t(
                "{0, plural, =0 {aucun travail du cahier de textes} one {un travail du cahier de textes} other {# travaux du cahier de textes}}",
                combien);
    }

    @Override
    public Portee reach(Auteur auteur, Instant depuis) {
        var choses = jdbc.sql("select t.id from cahierdetextes.travail t where" + SENT)
                .params(of(auteur, depuis))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        var comptage = membres.count(Public.ofCles(
                jdbc.sql("select distinct ecole_id, cle from cahierdetextes.destination where travail_id = any(:ids)")
                        .param("ids", choses.toArray(UUID[]::new))
                        .query((rs, _) -> new Cle(Colonnes.uuid(rs, "ecole_id"), rs.getString("cle")))
                        .list()));
        return new Portee(
                choses.size(), comptage.responsables() + comptage.eleves() + comptage.personnels(), lus(choses));
    }

    private Set<UUID> lus(Collection<UUID> choses) {
        return new LinkedHashSet<>(jdbc.sql(LUS)
                .param("ids", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "eleve_id"))
                .list());
    }

    @Override
    public List<Envoi> sent(Auteur auteur, Instant depuis, int most) {
        return envois(jdbc.sql(ENVOI + " where" + SENT + "order by t.ecrit_le, t.id limit :most for update of t")
                .params(of(auteur, depuis))
                .param("most", most));
    }

    @Override
    public Optional<Envoi> one(UUID chose) {
        return envois(jdbc.sql(ENVOI + " where t.id = :id").param("id", chose)).stream()
                .findFirst();
    }

    private List<Envoi> envois(JdbcClient.StatementSpec asked) {
        return asked.query((rs, _) -> envoi(rs)).list();
    }

    @Override
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> choses, Instant now) {
        jdbc.sql("""
                        update cahierdetextes.travail
                           set retire_le = :maintenant, masque_le = coalesce(masque_le, :maintenant)
                         where id = any(:ids) and retire_le is null
                        """).params(at(choses, now)).update();
        documents.of(PiecesDuCahier.SALLE, choses).keySet().forEach(id -> documents.withdraw(PiecesDuCahier.SALLE, id));
        annonces.withdraw(choses);
        return lus(choses);
    }

    @Override
    public void keepPieces(UUID chose, UUID preuve) {
        documents.keepAside(PiecesDuCahier.SALLE, chose, "signalement", preuve);
    }

    @Override
    public void hold(Collection<UUID> choses, Instant now) {
        jdbc.sql("update cahierdetextes.travail set masque_le = :maintenant where id = any(:ids) and masque_le is null")
                .params(at(choses, now))
                .update();
    }

    @Override
    public void release(UUID chose, Instant now) {
        jdbc.sql("update cahierdetextes.travail set masque_le = null where id = :id and retire_le is null")
                .param("id", chose)
                .update();
    }

    @Override
    public void drop(UUID chose, Instant now) {
        withdraw(List.of(chose), now);
    }

    private static Map<String, Object> of(Auteur auteur, Instant depuis) {
        return Map.of("personnes", auteur.personnes().toArray(UUID[]::new), "depuis", depuis.atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Object> at(Collection<UUID> choses, Instant now) {
        return Map.of("ids", choses.toArray(UUID[]::new), "maintenant", now.atOffset(ZoneOffset.UTC));
    }

    private Envoi envoi(ResultSet rs) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var nom = rs.getString("nom");
        return new Envoi(
                id,
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                "/cahierdetextes/travaux/" + id,
                new Temoin(
                        t(
                                "{0}, {1}",
                                rs.getString("matiere"),
                                Dates.jour(Objects.requireNonNull(rs.getObject("jour", LocalDate.class)))),
                        rs.getString("dit"),
                        Integer.toString(rs.getInt("numero")),
                        rs.getObject("ecrit_le", OffsetDateTime.class).toInstant(),
                        documents.of(PiecesDuCahier.SALLE, List.of(id)).getOrDefault(id, List.of()).stream()
                                .map(PieceJointe::nom)
                                .toList()));
    }
}
