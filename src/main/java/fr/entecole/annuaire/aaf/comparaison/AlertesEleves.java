package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;

/// What is worth a look in the pupils of a batch: nothing here stops a record.
public record AlertesEleves(Atelier atelier) {

    void warn() {
        atelier.warn(
                "structure-inconnue",
                t("L’école de l’élève n’est pas dans l’annuaire : l’élève est gardé sans école."),
                atelier.ids("""
                        select s.aaf_id from d_eleve d join s_eleve s on s.seq = d.seq where d.structure_id is null
                        """));
        atelier.warn(
                "classe-sans-ecole",
                t("La classe ou le groupe est d’une école qui n’est pas dans l’annuaire : ignoré."),
                atelier.ids("""
                        select distinct c.aaf_id
                          from (select seq, aaf_id, structure_aaf from s_classe
                                union all select seq, aaf_id, structure_aaf from s_groupe) c
                          join d_eleve d on d.seq = c.seq
                         where not exists (select 1 from x_structure st where st.aaf_id = c.structure_aaf)
                        """));
        elsewhere("classe", "ENTPersonClasses");
        elsewhere("groupe", "ENTPersonGroupes");
        // a delta speaks of few
        var said = atelier.genre() == Genre.DELTA ? "and t.ine in (select ine from s_eleve)" : "";
        atelier.warn(
                "ine-double",
                t("Deux élèves présents portent le même INE : ils restent deux, vérifiez dans ONDE."),
                atelier.ids("""
                        select s.aaf_id from s_eleve s join d_eleve d on d.seq = s.seq
                         where s.ine in (
                               select ine
                                 from (select b.ine from s_eleve b join d_eleve bd on bd.seq = b.seq
                                       union all
                                       select t.ine from annuaire.eleve t
                                        where t.academie = :academie and t.suspendu_le is null
                                          and not exists (select 1 from d_eleve g where g.id = t.id) %s) presents
                                where ine is not null
                                group by ine having count(*) > 1)
                        """.formatted(said)));
    }

    /// A class or a group stays with the school that has it: who names it from another is told, and is not in it.
    private void elsewhere(String quoi, String attribut) {
        var ailleurs = """
                select distinct s.aaf_id from x_dit_%1$s x join s_eleve s on s.seq = x.seq
                 where x.structure_id is not null
                   and (not x.chez_soi
                        or not exists (select 1 from x_ecole_%1$s h
                                        where h.aaf_id = x.aaf_id and h.structure_id = x.structure_id))
                """.formatted(quoi);
        atelier.keep(Sorte.ELEVE, "classe-autre-ecole", attribut, ailleurs);
        atelier.warn(
                "classe-autre-ecole",
                t("La classe ou le groupe est d’une autre école que celle de l’élève : ignoré."),
                atelier.kept("classe-autre-ecole", attribut));
    }

    /// @param jour the day of the batch: batches are never compared with the clock
    public void warnAges(java.time.LocalDate jour) {
        var ages = """
                select s.aaf_id from s_eleve s join d_eleve d on d.seq = s.seq
                 where s.date_naissance > date '%1$s' - interval '2 years'
                    or s.date_naissance <= date '%1$s' - interval '16 years'
                """.formatted(jour);
        atelier.keep(Sorte.ELEVE, "age-inattendu", "ENTPersonDateNaissance", ages);
        atelier.warn(
                "age-inattendu",
                t("L’élève a moins de 2 ans ou plus de 15 ans."),
                atelier.kept("age-inattendu", "ENTPersonDateNaissance"));
    }
}
