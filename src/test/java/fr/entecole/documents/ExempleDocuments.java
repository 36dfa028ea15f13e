package fr.entecole.documents;

import static fr.entecole.maison.Passant.ENSEIGNANTE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.socle.Profil;
import org.springframework.http.HttpStatus;

/// A picture of the teacher's, attached to nothing yet, an upload of hers that is under way, and the scanned decision
/// that `ExempleAnnuaire` has written.
class ExempleDocuments implements ExempleDeModule {

    @Override
    public String module() {
        return "documents";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var depots = monde.bean(Depots.class);
        var teacher = Fichiers.someone(monde.personne(ENSEIGNANTE), Profil.ENSEIGNANT);
        var picture = Fichiers.sent(depots, teacher, "craie.png", Fichiers.png(400, 300));
        var begun = depots.begin(teacher, "long.pdf", 10, 7).id();
        depots.append(teacher, begun, 0, new byte[] {'%', 'P', 'D', 'F'});
        exemple.get("/documents/{id}").with("id", picture).answers(ENSEIGNANTE);
        exemple.get("/documents/{id}/{taille}")
                .with("id", picture)
                .with("taille", "vignette")
                .answers(ENSEIGNANTE);
        exemple.get("/documents/envois/{id}").with("id", begun).answers(ENSEIGNANTE);
        exemple.post("/documents/envois/{id}/suite")
                .with("id", begun)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE);
        exemple.post("/documents/envois/{id}/alternative")
                .with("id", begun)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE);
        exemple.post("/documents/envois/{id}/abandon")
                .with("id", begun)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE);
        exemple.post("/documents/{id}/retrait").with("id", picture).answers(ENSEIGNANTE);
    }

    @Override
    public String withoutTuile() {
        return "files are shown where they are attached";
    }

    @Override
    public String withoutContenu() {
        return "what is attached is reported with the thing that it is attached to";
    }

    @Override
    public String withoutRecherche() {
        return "files are found with the thing that they are attached to";
    }
}
