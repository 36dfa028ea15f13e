package fr.entecole.calendrier.fichiers;

/// A file that is not what it should be: its message is for who sent it, in French.
public class FichierRefuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FichierRefuse(String phrase) {
        super(phrase);
    }

    /// For whoever sent the file.
    public String phrase() {
        return String.valueOf(getMessage());
    }
}
