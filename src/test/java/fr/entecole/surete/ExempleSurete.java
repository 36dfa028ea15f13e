package fr.entecole.surete;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.DPO;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.surete.gels.Gels;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Accounts of families who are nobody in this world, stopped by the head; something that the class's teacher has sent
/// and that waits; a freeze of the heads of nowhere; a judicial request.
class ExempleSurete implements ExempleDeModule {

    @Override
    public String module() {
        return "surete";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var others = others(monde);
        stopped(monde, exemple, others);
        held(monde, exemple);
        entered(monde, exemple);
        frozen(monde, exemple);
        requested(monde, exemple, others.get(4));
        monde.post(ADMINISTRATEUR, "/surete/reglages", "beaucoup", "21");
    }

    /// Guardians of the school who are none of those who pass.
    private static List<UUID> others(Monde monde) {
        return monde.jdbc()
                .sql("""
                        select distinct f.personne_id from annuaire.foyer f
                          join annuaire.titulaire t on t.id = f.personne_id and t.nature = 'RESPONSABLE'
                         where f.ecole_id = :ecole and f.personne_id <> all(:passants)
                           and f.personne_id not in (select personnel_id from annuaire.dirige)
                           and f.personne_id not in (select responsable_id from annuaire.lien where eleve_id = :chez_soi)
                         order by 1 limit 5
                        """)
                .param("ecole", monde.ecole())
                .param("chez_soi", monde.personne(Passant.ENFANT_CHEZ_SOI))
                .param(
                        "passants",
                        List.of(
                                        RESPONSABLE,
                                        AUTRE_FAMILLE,
                                        Passant.RESPONSABLE_ECARTE,
                                        Passant.ANCIEN_RESPONSABLE,
                                        Passant.RESPONSABLE_SUSPENDU,
                                        Passant.ENSEIGNANTE_ET_MERE)
                                .stream()
                                .map(monde::personne)
                                .toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static void stopped(Monde monde, Exemple exemple, List<UUID> others) {
        others.forEach(personne -> monde.as().account(personne));
        for (var personne : others.subList(0, 3)) {
            monde.post(
                    DIRECTRICE,
                    "/surete/personnes/" + personne,
                    "depuis",
                    "JOUR",
                    "motif",
                    "Volé",
                    "vu",
                    seen(monde, personne));
        }
        var arret = arret(monde, others.get(0));
        var of = Map.of(
                "arret", arret,
                "ecole", monde.ecole(),
                "lecteur", monde.personne(RESPONSABLE),
                "maintenant", now(monde));
        monde.jdbc()
                .sql("insert into surete.lecteur (ecole_id, arret_id, personne_id) values (:ecole, :arret, :lecteur)")
                .params(of)
                .update();
        monde.jdbc()
                .sql("insert into surete.portee values (:ecole, :arret, 'mot', 1, 43, 1)")
                .params(of)
                .update();
        monde.jdbc()
                .sql("insert into surete.retrait values (:ecole, :arret, 'mot', gen_random_uuid(), :maintenant)")
                .params(of)
                .update();
        monde.jdbc()
                .sql("update surete.arret set retrait_le = :maintenant, retire_le = :maintenant where id = :arret")
                .params(of)
                .update();
        exemple.get("/surete/personnes/{id}").with("id", others.get(3)).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/personnes/{id}")
                .with("id", others.get(3))
                .field("depuis", "JOUR")
                .field("motif", "Volé")
                .field("vu", seen(monde, others.get(3)))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get("/surete/arrets/{id}").with("id", arret).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get("/surete/arrets/{id}/retrait")
                .with("id", arret(monde, others.get(1)))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/arrets/{id}/depuis")
                .with("id", arret)
                .field("depuis", "SEMAINE")
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/arrets/{id}/retrait")
                .with("id", arret(monde, others.get(1)))
                .field("vu", nothing(monde, arret(monde, others.get(1))))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/arrets/{id}/reouverture")
                .with("id", arret(monde, others.get(2)))
                .field("geste", "erreur")
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.get("/surete/retraits/{id}").with("id", arret).answers(RESPONSABLE);
    }

    /// Of an account that never came in by a new device.
    private static String seen(Monde monde, UUID personne) {
        return Vu.of(monde.as().account(personne), Optional.empty());
    }

    /// Of one that has sent nothing.
    private static String nothing(Monde monde, UUID arret) {
        var depuis = monde.jdbc()
                .sql("select depuis from surete.arret where id = :id")
                .param("id", arret)
                .query(OffsetDateTime.class)
                .single();
        return Vu.of(arret, depuis.toInstant(), 0);
    }

    private static UUID arret(Monde monde, UUID personne) {
        return monde.id("select id from surete.arret where personne_id = ?", personne);
    }

    private static void held(Monde monde, Exemple exemple) {
        exemple.get("/surete/envois/{id}")
                .with("id", sursis(monde, "DECISION"))
                .answers(ENSEIGNANTE, DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/envois/{id}/accord")
                .with("id", sursis(monde, "DECISION"))
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/envois/{id}/refus")
                .with("id", sursis(monde, "DECISION"))
                .field("motif", "Non")
                .answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/envois/{id}/reprise")
                .with("id", sursis(monde, "DELAI"))
                .answers(ENSEIGNANTE);
    }

    private static UUID sursis(Monde monde, String sorte) {
        Map<String, Object> of = new HashMap<>();
        of.put("ecole", monde.ecole());
        of.put("compte", monde.compte(ENSEIGNANTE));
        of.put("auteur", monde.personne(ENSEIGNANTE));
        of.put("sorte", sorte);
        of.put("maintenant", now(monde));
        of.put("jusque", sorte.equals("DELAI") ? now(monde).plusDays(1) : null);
        return monde.jdbc().sql("""
                        insert into surete.sursis
                               (ecole_id, compte_id, auteur_id, genre, chose, sorte, personnes, pose_le, jusque)
                        values (:ecole, :compte, :auteur, 'mot', gen_random_uuid(), :sorte, 43, :maintenant,
                                :jusque::timestamptz)
                        returning id
                        """).params(of).query(UUID.class).single();
    }

    private static void entered(Monde monde, Exemple exemple) {
        var entree = monde.jdbc()
                .sql("""
                        insert into surete.appareil (compte_id, personne_id, empreinte, premier, vu_le, entre_le)
                        values (:compte, :personne, 'marque', false, :maintenant, :maintenant) returning id
                        """)
                .params(Map.of(
                        "compte", monde.compte(AESH),
                        "personne", monde.personne(AESH),
                        "maintenant", now(monde)))
                .query(UUID.class)
                .single();
        exemple.get("/surete/entrees/{id}").with("id", entree).answers(AESH);
    }

    /// Of the heads of another school: nobody here sends anything as one.
    private static void frozen(Monde monde, Exemple exemple) {
        var elsewhere = monde.id("select ecole_id from annuaire.lieu where uai = ?", "0341401N");
        var beyond = monde.bean(Gels.class)
                .freeze(
                        monde.ecole(),
                        List.of(Public.ofEcole(elsewhere, Qui.DIRECTIONS)),
                        "Les directions",
                        "Pour l’exemple.",
                        monde.bean(Utilisateurs.class)
                                .of(monde.compte(ADMINISTRATEUR), null)
                                .orElseThrow());
        exemple.get("/surete/gels/{id}").with("id", beyond).answers(DIRECTRICE, ADMINISTRATEUR);
        exemple.post("/surete/gels/{id}/palier")
                .with("id", beyond)
                .field("palier", "PEU")
                .answers(DIRECTRICE, ADMINISTRATEUR);
    }

    private static void requested(Monde monde, Exemple exemple, UUID personne) {
        exemple.get("/surete/personnes/{id}/requisition").with("id", personne).answers(ADMINISTRATEUR);
        exemple.post("/surete/personnes/{id}/requisition")
                .with("id", personne)
                .field("genre", "mot")
                .field("du", "2026-11-01")
                .field("au", "2026-11-02")
                .field("reference", "PV 1")
                .field("motif", "Enquête")
                .answers(ADMINISTRATEUR);
        exemple.get("/surete/requisitions/{id}")
                .with("id", requisition(monde, personne, false))
                .answers(ADMINISTRATEUR);
        exemple.post("/surete/requisitions/{id}/accord")
                .with("id", requisition(monde, personne, false))
                .answers(ADMINISTRATEUR);
        exemple.post("/surete/requisitions/{id}/refus")
                .with("id", requisition(monde, personne, false))
                .answers(ADMINISTRATEUR);
        exemple.post("/surete/requisitions/{id}/lecture")
                .with("id", requisition(monde, personne, true))
                .answers(ADMINISTRATEUR)
                .status(org.springframework.http.HttpStatus.OK);
    }

    private static UUID requisition(Monde monde, UUID personne, boolean granted) {
        Map<String, Object> of = new HashMap<>();
        of.put("compte", monde.as().account(personne));
        of.put("personne", personne);
        of.put("autre", monde.compte(DPO));
        of.put("autrePersonne", monde.personne(DPO));
        of.put("moi", granted ? monde.compte(ADMINISTRATEUR) : null);
        of.put("moiPersonne", granted ? monde.personne(ADMINISTRATEUR) : null);
        of.put("le", granted ? now(monde) : null);
        of.put("maintenant", now(monde));
        return monde.jdbc().sql("""
                        insert into surete.requisition
                               (ecole_id, compte_id, personne_id, genre, du, au, motif, reference, demandee_compte,
                                demandee_par, demandee_le, accordee_compte, accordee_par, accordee_le)
                        values ('00000000-0000-0000-0000-000000000000', :compte, :personne, 'mot',
                                :maintenant::timestamptz - interval '2 days', :maintenant, 'Enquête', 'PV 1', :autre,
                                :autrePersonne, :maintenant, :moi::uuid, :moiPersonne::uuid, :le::timestamptz)
                        returning id
                        """).params(of).query(UUID.class).single();
    }

    private static OffsetDateTime now(Monde monde) {
        return OffsetDateTime.now(monde.bean(Clock.class));
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        var two = "two people of the region decide; a head would read whose words are asked for";
        return Map.of(
                "seuil-change", "thresholds are the same in all schools",
                "requisition-demandee", two,
                "requisition-accordee", two,
                "requisition-refusee", two,
                "requisition-lue", two);
    }

    @Override
    public String withoutContenu() {
        return "what is decided of accounts and sendings is read by those who decide and by whom it stops";
    }

    @Override
    public String withoutRecherche() {
        return "few at a time, on one page, those that wait first";
    }

    @Override
    public String withoutMesure() {
        return "that somebody's account was stolen is not to be counted by school and profile";
    }
}
