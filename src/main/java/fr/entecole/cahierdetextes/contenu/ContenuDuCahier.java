package fr.entecole.cahierdetextes.contenu;

import fr.entecole.annuaire.Appellations;
import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.documents.Documents;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.EtatDUnContenu;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can be reported of a class's notebook, a thing and what is attached to it: the class's teachers and the head
/// decide, and it is read by who reads its pieces.
abstract class ContenuDuCahier implements Contenu {

    private final PiecesDuCahier lecture;
    private final Documents documents;
    private final JdbcClient jdbc;
    final EtatDUnContenu etat;

    ContenuDuCahier(PiecesDuCahier lecture, Documents documents, JdbcClient jdbc, EtatDUnContenu etat) {
        this.lecture = lecture;
        this.documents = documents;
        this.jdbc = jdbc;
        this.etat = etat;
    }

    /// The thing `:id` that still stands: `travail_id`, `ecole_id`, `classe_id`, `auteur_id`, `prenom`, `nom`, and what
    /// its title is made of.
    abstract String visee();

    /// What `:id` says: `dit`, `version`, `le`, and what its title is made of.
    abstract String dite();

    abstract String titre(ResultSet rs) throws SQLException;

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        return lecture.reads(lecteur, id)
                ? jdbc.sql(visee()).param("id", id).query(this::vise).optional()
                : Optional.empty();
    }

    private Vise vise(ResultSet rs, int row) throws SQLException {
        var nom = rs.getString("nom");
        return new Vise(
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                titre(rs),
                Set.of(Colonnes.uuid(rs, "classe_id")),
                "/cahierdetextes/travaux/" + Colonnes.uuid(rs, "travail_id"));
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        var pieces = documents.names(PiecesDuCahier.SALLE, id);
        return jdbc.sql(dite())
                .param("id", id)
                .query((rs, _) -> new Temoin(
                        titre(rs),
                        rs.getString("dit"),
                        Integer.toString(rs.getInt("version")),
                        rs.getObject("le", OffsetDateTime.class).toInstant(),
                        pieces))
                .optional();
    }

    @Override
    public void hide(UUID id, Instant now) {
        etat.hide(id, now);
    }

    @Override
    public void show(UUID id, Instant now) {
        etat.show(id);
    }

    @Override
    public void withdraw(UUID id, Instant now) {
        etat.withdraw(id, now);
        documents.withdraw(PiecesDuCahier.SALLE, id);
    }

    @Override
    public void keepPieces(UUID id, UUID preuve) {
        documents.keepAside(PiecesDuCahier.SALLE, id, "signalement", preuve);
    }
}
