package fr.entecole.cahierdetextes.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.AnnoncesDuTravail;
import fr.entecole.cahierdetextes.PiecesDuCahier;
import fr.entecole.documents.Documents;
import fr.entecole.socle.Dates;
import fr.entecole.socle.contrats.EtatDUnContenu;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A piece of work, as it can be reported. Hidden, its pupils and their families find it no more, in weeks, on homes,
/// by its words or in what is attached (`LectureDuCahier`); the class's teachers and the head still do.
@Component
class TravauxSignalables extends ContenuDuCahier {

    private final AnnoncesDuTravail annonces;

    TravauxSignalables(PiecesDuCahier lecture, AnnoncesDuTravail annonces, Documents documents, JdbcClient jdbc) {
        super(lecture, documents, jdbc, new EtatDUnContenu(jdbc, "cahierdetextes.travail", "masque_le", "retire_le"));
        this.annonces = annonces;
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
    String visee() {
        return """
                select t.id as travail_id, t.ecole_id, t.classe_id, t.auteur_id, t.matiere, t.jour, a.prenom, a.nom
                  from cahierdetextes.travail t
                  left join lateral (select x.prenom, x.nom from annuaire.titulaire x where x.id = t.auteur_id limit 1) a
                    on true
                 where t.id = :id and t.retire_le is null
                """;
    }

    @Override
    String dite() {
        return """
                select matiere, jour, concat_ws(chr(10), texte, nullif(lien, '')) as dit, numero as version,
                       ecrit_le as le
                  from cahierdetextes.travail where id = :id
                """;
    }

    @Override
    String titre(ResultSet rs) throws SQLException {
        return t(
                "{0}, {1}",
                rs.getString("matiere"), Dates.jour(Objects.requireNonNull(rs.getObject("jour", LocalDate.class))));
    }

    /// The bell goes with the last piece of work that it told of, and comes back with it.
    @Override
    @Transactional
    public void hide(UUID id, Instant now) {
        etat.hide(id, now);
        annonces.withdraw(List.of(id));
    }

    @Override
    @Transactional
    public void show(UUID id, Instant now) {
        if (etat.show(id)) {
            annonces.restore(id);
        }
    }

    /// It stays hidden too: put back by its author, its families would read it again.
    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        hide(id, now);
        super.withdraw(id, now);
        annonces.withdraw(List.of(id));
    }
}
