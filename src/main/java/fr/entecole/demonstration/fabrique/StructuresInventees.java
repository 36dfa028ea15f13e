package fr.entecole.demonstration.fabrique;

import fr.entecole.demonstration.fabrique.Fabrique.Structure;
import fr.entecole.demonstration.fabrique.FichiersAaf.Attribut;
import fr.entecole.demonstration.fabrique.FichiersAaf.Requete;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// The schools, circonscriptions and zones of an invented académie.
final class StructuresInventees {

    private final String academie;
    private final FichiersAaf fichiers;
    private final NomsInventes noms;
    private final SplittableRandom hasard;

    StructuresInventees(String academie, FichiersAaf fichiers, NomsInventes noms, SplittableRandom hasard) {
        this.academie = academie;
        this.fichiers = fichiers;
        this.noms = noms;
        this.hasard = hasard;
    }

    /// Where teachers without a school are counted: no school, and a code that is none (reference §12.1).
    void zone(Structure ecole) throws IOException {
        write(
                new Structure(1_800_000, ecole.departement(), ecole.insee(), ecole.commune(), ecole.circonscription()),
                ecole.departement() + "001ZV",
                "",
                "ZONE$REMPLACEMENT",
                "SANS OBJET");
    }

    void write(Structure s, String uai, String siret, String debut, String type) throws IOException {
        var ville = s.commune();
        fichiers.write(
                "EtabEducNat",
                Requete.ADD,
                s.id(),
                List.of(
                        Fabrique.one("ENTStructureJointure", "" + s.id()),
                        Fabrique.one("ENTStructureUAI", uai),
                        Fabrique.one("ENTStructureSIREN", siret),
                        Fabrique.one("ENTStructureNomCourant", debut + "$" + ville),
                        Fabrique.one("ENTStructureTypeStruct", type),
                        Fabrique.one("ENTEcoleMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE"),
                        Fabrique.one("ENTEcoleSecteur", "PU"),
                        Fabrique.one("ENTEcoleCirconscription", "" + s.circonscription()),
                        Fabrique.one("ENTEcoleCommune", s.insee() + "$" + ville + "$" + s.departement()),
                        new Attribut("ENTEcoleRPI", Bizarreries.rpi(s.id(), s.departement(), ville)),
                        Fabrique.one("ENTServAcAcademie", academie),
                        Fabrique.one("ENTStructureAdresse", noms.rue()),
                        new Attribut("ENTStructureBoitePostale", List.of()),
                        Fabrique.one("ENTStructureCodePostal", s.insee().substring(0, 2) + "200"),
                        Fabrique.one("ENTStructureVille", ville),
                        Fabrique.one(
                                "ENTStructureTelephone", Bizarreries.telephone(CodesInventes.fixe(hasard), s.id())),
                        new Attribut("ENTStructureFax", List.of()),
                        Fabrique.one("ENTStructureMailSI", "ce." + uai + "@ac.example.org")));
    }
}
