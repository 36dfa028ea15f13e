package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.web.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a form about pupils asks the directory.
@Component
class LectureDesSaisies {

    private final JdbcClient jdbc;

    LectureDesSaisies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Option> classes(UUID ecole) {
        return jdbc.sql("""
                        select id, libelle from annuaire.classe
                         where structure_id = :ecole and archivee_le is null order by libelle, id
                        """)
                .param("ecole", ecole)
                .query((rs, _) ->
                        new Option(Colonnes.uuid(rs, "id").toString(), Noms.classe(rs.getString("libelle"), List.of())))
                .list();
    }

    Optional<UUID> ecoleOf(UUID eleve) {
        return jdbc.sql("select ecole_id from annuaire.present where eleve_id = :eleve and ecole_id is not null")
                .param("eleve", eleve)
                .query(UUID.class)
                .optional();
    }

    /// Why this pupil is not to be added: they are in the directory already.
    Optional<String> there(UUID ecole, SaisiesDesFamilles.Eleve eleve) {
        return jdbc.sql("""
                        select e.structure_id = :ecole as ici, e.suspendu_le is null as present from annuaire.eleve e
                         where e.ine = :ine
                            or e.structure_id = :ecole and e.date_naissance = :naissance
                           and annuaire.cle(e.prenom || ' ' || e.nom) = annuaire.cle(:prenom || ' ' || :nom)
                         order by e.suspendu_le is not null limit 1
                        """)
                .param("ecole", ecole)
                .param("ine", eleve.ine())
                .param("naissance", eleve.naissance())
                .param("prenom", eleve.prenom())
                .param("nom", eleve.nom())
                .query(
                        (rs, _) -> rs.getBoolean("present")
                                ? rs.getBoolean("ici")
                                        ? t("Cet élève est déjà dans l’école.")
                                        : t("Un élève présent dans une autre école porte cet INE.")
                                : t(
                                        "L’annuaire connaît cet élève, parti : il reviendra avec l’annuaire de l’académie, ou par le fichier des élèves."))
                .optional();
    }
}
