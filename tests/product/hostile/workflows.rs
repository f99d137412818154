//! What the workflows of a board say of a pull request.
