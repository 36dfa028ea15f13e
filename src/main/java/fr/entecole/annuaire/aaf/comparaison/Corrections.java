package fr.entecole.annuaire.aaf.comparaison;

import fr.entecole.annuaire.aaf.Genre;
import java.util.List;
import java.util.Map;

/// What heads have corrected: a record that still says what they corrected is read as they wrote it, so that nothing
/// differs; one that says something else has been mended at its source, and the correction ends with the batch.
record Corrections(Atelier atelier) {

    private static final Map<String, List<String>> CHAMPS = Map.of(
            "eleve", List.of("prenom", "nom", "date_naissance"),
            "responsable", List.of("prenom", "nom", "telephone_mobile", "courriel"));

    void keep() {
        atelier.create("x_correction", """
                select c.id, lower(c.nature) as nature, c.champ, c.dit, c.valeur, coalesce(e.aaf_id, r.aaf_id) as aaf_id
                  from annuaire.correction c
                  left join annuaire.eleve e on e.id = c.personne_id
                  left join annuaire.responsable r on r.id = c.personne_id
                 where c.finie_le is null and coalesce(e.academie, r.academie) = :academie
                   and coalesce(e.aaf_id, r.aaf_id) is not null
                """);
        atelier.plain("create unlogged table x_correction_finie (id uuid)");
        if (atelier.count("select count(*) from x_correction") > 0) {
            CHAMPS.forEach((nature, champs) -> champs.forEach(champ -> keep(nature, champ)));
        }
    }

    /// A delta leaves unsaid what has not changed: that the directory's own value comes back in it says nothing.
    private void keep(String nature, String champ) {
        var said = "coalesce(s." + champ + "::text, '')";
        var which =
                "from x_correction x join s_%1$s s on s.aaf_id = x.aaf_id and s.op in ('A', 'M') where x.nature = '%1$s' and x.champ = '%2$s' and "
                        .formatted(nature, champ);
        var unsaid = atelier.genre() == Genre.DELTA ? " and " + said + " <> x.valeur" : "";
        atelier.update("insert into x_correction_finie select x.id " + which + said + " <> x.dit" + unsaid);
        atelier.update(
                "update s_%1$s t set %2$s = nullif(x.valeur, '')%3$s from x_correction x where x.nature = '%1$s' and x.champ = '%2$s' and x.aaf_id = t.aaf_id and t.op in ('A', 'M') and coalesce(t.%2$s::text, '') = x.dit"
                        .formatted(nature, champ, champ.startsWith("date") ? "::date" : ""));
    }
}
