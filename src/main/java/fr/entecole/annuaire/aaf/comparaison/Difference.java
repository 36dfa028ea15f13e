package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.validation.Champ;
import fr.entecole.annuaire.aaf.validation.Champs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares what was staged with the directory, set by set, without changing the directory: each `d_…` table then says
/// what is created, changed, suspended … and with which identifiers.
public final class Difference {

    private final Atelier atelier;
    private final Departs departs;

    public Difference(Atelier atelier, Departs departs) {
        this.atelier = atelier;
        this.departs = departs;
    }

    public void compute() {
        if (atelier.genre() == Genre.COMPLET) {
            // Whole sets on both sides: a directory just filled has no statistics yet, and a nested loop chosen for
            // want of them takes minutes where a hash takes a second.
            atelier.plain("set enable_nestloop to off");
        } else {
            // A few rows of each table: those are fetched, rather than all read because an index is said to be slow.
            atelier.plain("set random_page_cost to 1.1");
        }
        for (var sorte : Sorte.values()) {
            lastSeenWins(sorte);
            complete(sorte);
            unknownDeletes(sorte);
        }
        new DifferenceStructures(atelier).compute();
        new DifferenceEleves(atelier, departs).compute();
        new DifferenceResponsables(atelier, departs).compute();
        new DifferencePersonnels(atelier, departs).compute();
    }

    /// Whom each change is about, and how many there are of each kind in each school.
    ///
    /// @param premier nobody was there before
    /// @param entier the batch is held whole: those whom their school holds back count as gone
    public void tell(boolean premier, boolean entier) {
        new Ecarts(atelier).compute(premier, entier);
    }

    /// Schools that nobody leaves until the region has decided.
    public List<Departs.Ecole> held() {
        return Departs.schools(atelier);
    }

    /// The counts as they would be if nobody were held back.
    public Map<String, Rapport.Compte> planned(Map<String, Rapport.Compte> comptes) {
        var retenus = Departs.held(atelier);
        Map<String, Rapport.Compte> planned = new LinkedHashMap<>(comptes);
        retenus.forEach((mot, nombre) -> planned.computeIfPresent(mot, (_, c) -> c.withMoreGone(nombre)));
        return planned;
    }

    /// What is refused takes the place of nothing that was read.
    private void lastSeenWins(Sorte sorte) {
        atelier.update("""
                delete from %1$s a using %1$s b
                 where a.aaf_id = b.aaf_id and a.op = 'R' and b.op in ('A', 'M')
                """.formatted(sorte.table));
        var doublons = atelier.returning("""
                delete from %1$s a
                 using (select aaf_id, max(seq) as seq from %1$s group by aaf_id having count(*) > 1) d
                 where a.aaf_id = d.aaf_id and a.seq < d.seq
                returning a.aaf_id
                """.formatted(sorte.table));
        atelier.warn(
                "doublon", t("Un même identifiant revient dans l’envoi : le dernier enregistrement compte."), doublons);
    }

    /// A modification that does not list an attribute leaves it as it is; then what is required must be there.
    private void complete(Sorte sorte) {
        int bit = 0;
        var affectations = new StringBuilder();
        for (var champ : Champs.of(sorte)) {
            var present = champ.complement() == null ? "t." + champ.colonne() : champ.complement();
            affectations
                    .append(bit == 0 ? "" : ", ")
                    .append("%1$s = case when (s.liste >> %2$d) & 1 = 0 then %3$s else s.%1$s end"
                            .formatted(champ.colonne(), bit, present));
            bit++;
        }
        atelier.update("""
                update %s s set %s
                  from annuaire.%s t
                 where s.op = 'M' and t.academie = :academie and t.aaf_id = s.aaf_id
                """.formatted(sorte.table, affectations, sorte.code));
        var manques = Champs.of(sorte).stream()
                .filter(Champ::requis)
                .map(c -> "s." + c.colonne() + " is null")
                .collect(Collectors.joining(" or "));
        if (sorte == Sorte.PERSONNEL) {
            manques += """
                     or ((s.liste >> 50) & 1 = 0 and not exists (
                         select 1 from annuaire.personnel t where t.academie = :academie and t.aaf_id = s.aaf_id))
                    """;
        }
        var refuses = atelier.returning("update %s s set op = 'R' where s.op = 'M' and (%s) returning s.aaf_id"
                .formatted(sorte.table, manques));
        atelier.signalements()
                .refuse(
                        sorte,
                        refuses.premiers(),
                        refuses.nombre(),
                        t(
                                "Modification d’un inconnu, sans tout ce qu’il faut pour le créer : un complet l’apportera."));
    }

    private void unknownDeletes(Sorte sorte) {
        var inconnus = atelier.ids("""
                select s.aaf_id from %s s
                 where s.op = 'D' and not exists (
                       select 1 from annuaire.%s t where t.academie = :academie and t.aaf_id = s.aaf_id)
                """.formatted(sorte.table, sorte.code));
        atelier.warn("suppression-inconnue", t("Suppression d’un identifiant inconnu : sans effet."), inconnus);
    }

    /// What the batch does, by the words of the report.
    public Map<String, Rapport.Compte> counts() {
        Map<String, Rapport.Compte> comptes = new LinkedHashMap<>();
        var s = atelier.signalements();
        comptes.put("structures", count("d_structure", s.refusedOf(Sorte.STRUCTURE)));
        comptes.put("eleves", count("d_eleve", s.refusedOf(Sorte.ELEVE)));
        comptes.put("responsables", count("d_responsable", s.refusedOf(Sorte.RESPONSABLE)));
        comptes.put("personnels", count("d_personnel", s.refusedOf(Sorte.PERSONNEL)));
        comptes.put("classes", count("d_classe", 0));
        comptes.put("groupes", count("d_groupe", 0));
        comptes.put("liens", count("d_lien", 0));
        return comptes;
    }

    private Rapport.Compte count(String table, long refuses) {
        var v = atelier.verdicts(table);
        return new Rapport.Compte(
                v.getOrDefault("created", 0L),
                v.getOrDefault("changed", 0L),
                v.getOrDefault("moved", 0L),
                v.getOrDefault("suspended", 0L),
                v.getOrDefault("revived", 0L),
                v.getOrDefault("archived", 0L),
                v.getOrDefault("unchanged", 0L),
                refuses);
    }

    /// People of the académie present before this batch: pupils, responsibles and staff of the feed.
    public Presents present() {
        var eleves = atelier.count("""
                select count(*) from annuaire.eleve
                 where academie = :academie and aaf_id is not null and suspendu_le is null
                """);
        var autres = atelier.count("""
                select (select count(*) from annuaire.responsable
                         where academie = :academie and aaf_id is not null and suspendu_le is null)
                     + (select count(*) from annuaire.personnel
                         where academie = :academie and aaf_id is not null and suspendu_le is null)
                """);
        return new Presents(eleves, eleves + autres);
    }

    public record Presents(long eleves, long tous) {}

    /// Links to responsibles that are not there yet also have to be remembered.
    public boolean remembersMore() {
        return atelier.count("select count(*) from d_attente") > 0;
    }
}
