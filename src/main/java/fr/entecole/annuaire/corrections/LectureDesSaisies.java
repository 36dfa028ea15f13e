package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.web.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a form about pupils asks the directory.
@Component
class LectureDesSaisies {

    private final JdbcClient jdbc;
    private final Clock clock;

    LectureDesSaisies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    /// The guardians of other pupils of the school who are called so, whom a new sheet would double.
    List<Option> known(UUID ecole, UUID eleve, ResponsableForm form) {
        return jdbc.sql("""
                        select r.id, r.prenom, r.nom,
                               array(select e.prenom from annuaire.lien l
                                       join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                                      where l.responsable_id = r.id and l.retire_le is null
                                        and e.structure_id = :ecole order by e.prenom) as enfants
                          from annuaire.responsable r
                         where r.suspendu_le is null and lower(r.prenom) <> 'organisme'
                           and r.id in (select l.responsable_id from annuaire.lien l
                                          join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                                         where e.structure_id = :ecole and l.retire_le is null)
                           and annuaire.son(r.nom) = annuaire.son(:nom) and annuaire.son(r.prenom) = annuaire.son(:prenom)
                           and not exists (select 1 from annuaire.lien l
                                            where l.responsable_id = r.id and l.eleve_id = :eleve
                                              and l.retire_le is null)
                         order by r.id limit 5
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("nom", form.nom())
                .param("prenom", form.prenom())
                .query((rs, _) -> new Option(
                        Colonnes.uuid(rs, "id").toString(),
                        t(
                                "Oui : {0}, responsable {1}",
                                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                                Phrases.de(String.join(
                                        ", ",
                                        Colonnes.strings(rs, "enfants").stream()
                                                .map(Noms::personne)
                                                .toList())))))
                .list();
    }

    /// Whoever is kept out does not come back by another sheet.
    boolean looksKeptOut(UUID responsable, UUID eleve) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.protege(:jour) p
                                         join annuaire.responsable k on k.id = p.responsable_id
                                         join annuaire.responsable r on r.id = :responsable
                                        where p.eleve_id = :eleve
                                          and 'NOMS' = any(annuaire.signes(r, k)))
                        """)
                .param("jour", LocalDate.now(clock))
                .param("responsable", responsable)
                .param("eleve", eleve)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }
}
