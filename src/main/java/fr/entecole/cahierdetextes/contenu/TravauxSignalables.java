package fr.entecole.cahierdetextes.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.cahierdetextes.AnnoncesDuTravail;
import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A piece of work, as it can be reported. Hidden, its pupils and their families find it no more, in weeks, on homes,
/// by its words or in what is attached (`LectureDuCahier`); the class's teachers and the head still do.
@Component
class TravauxSignalables implements Contenu {

    private static final String UN = """
            select t.id as travail_id, t.ecole_id, t.classe_id, t.auteur_id, t.matiere, t.jour, a.prenom, a.nom
              from cahierdetextes.travail t
              left join lateral (select x.prenom, x.nom from annuaire.titulaire x where x.id = t.auteur_id limit 1) a
                on true
             where t.id = :id and t.retire_le is null
            """;

    private final PiecesDuCahier lecture;
    private final AnnoncesDuTravail annonces;
    private final Documents documents;
    private final JdbcClient jdbc;

    TravauxSignalables(PiecesDuCahier lecture, AnnoncesDuTravail annonces, Documents documents, JdbcClient jdbc) {
        this.lecture = lecture;
        this.annonces = annonces;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    @Override
    public String genre() {
        return "travail";
    }

    @Override
    public String phrase() {
        return t("Un travail du cahier de textes");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        if (!lecture.reads(lecteur, id)) {
            return Optional.empty();
        }
        return jdbc.sql(UN)
                .param("id", id)
                .query(TravauxSignalables::vise)
                .optional()
                .filter(vise -> vise.auteur() == null || !lecteur.personnes().contains(vise.auteur()));
    }

    private static Vise vise(ResultSet rs, int row) throws SQLException {
        var nom = rs.getString("nom");
        return new Vise(
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                titre(rs),
                Set.of(Colonnes.uuid(rs, "classe_id")),
                "/cahierdetextes/travaux/" + Colonnes.uuid(rs, "travail_id"));
    }

    private static String titre(ResultSet rs) throws SQLException {
        return t(
                "{0}, {1}",
                rs.getString("matiere"), Dates.jour(Objects.requireNonNull(rs.getObject("jour", LocalDate.class))));
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        var pieces = documents.of(PiecesDuCahier.SALLE, List.of(id)).getOrDefault(id, List.of()).stream()
                .map(PieceJointe::nom)
                .toList();
        return jdbc.sql("""
                        select matiere, jour, concat_ws(chr(10), texte, nullif(lien, '')) as dit, numero, ecrit_le as le
                          from cahierdetextes.travail where id = :id
                        """)
                .param("id", id)
                .query((rs, _) -> new Temoin(
                        titre(rs),
                        rs.getString("dit"),
                        Integer.toString(rs.getInt("numero")),
                        rs.getObject("le", OffsetDateTime.class).toInstant(),
                        pieces))
                .optional();
    }

    /// The bell goes with the last piece of work that it told of, and comes back with it.
    @Override
    @Transactional
    public void hide(UUID id, Instant now) {
        jdbc.sql("update cahierdetextes.travail set masque_le = :maintenant where id = :id and masque_le is null")
                .params(at(id, now))
                .update();
        annonces.withdraw(List.of(id));
    }

    @Override
    @Transactional
    public void show(UUID id, Instant now) {
        int shown = jdbc.sql("update cahierdetextes.travail set masque_le = null where id = :id and retire_le is null")
                .param("id", id)
                .update();
        if (shown > 0) {
            annonces.restore(id);
        }
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        jdbc.sql("""
                        update cahierdetextes.travail
                           set retire_le = :maintenant, masque_le = coalesce(masque_le, :maintenant)
                         where id = :id and retire_le is null
                        """).params(at(id, now)).update();
        documents.withdraw(PiecesDuCahier.SALLE, id);
        annonces.withdraw(List.of(id));
    }

    @Override
    public void keepPieces(UUID id, UUID preuve) {
        documents.keepAside(PiecesDuCahier.SALLE, id, "signalement", preuve);
    }

    private static Map<String, Object> at(UUID id, Instant now) {
        return Map.of("id", id, "maintenant", now.atOffset(ZoneOffset.UTC));
    }
}
